/** Speaks the protocols of Alibaba Cloud and knows nothing of the inventory. */
package provider.alicloud.client;
