/** The made-up outside system: which resources there are, and when they change. */
package provider.sample.estate;
