/** A made-up estate of any size, for demos, benchmarks and tests. */
package provider.sample;
