/** Speaks the system's protocol and knows nothing of the inventory. */
package provider.acme.client;
