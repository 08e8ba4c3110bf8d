/** Speaks OVHcloud's API: signs, pages, keeps answers, and tells its error codes apart. Knows nothing of the inventory's model. */
package provider.ovh.client;
