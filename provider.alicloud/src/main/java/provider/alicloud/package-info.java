/** Alibaba Cloud. */
package provider.alicloud;
