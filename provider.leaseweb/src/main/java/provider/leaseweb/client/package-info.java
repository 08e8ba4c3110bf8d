/** Speaks LeaseWeb's API for dedicated servers, version 2, and knows nothing of the inventory. */
package provider.leaseweb.client;
