/** Turns what Alibaba Cloud says into what the inventory keeps. Pure. */
package provider.alicloud.map;
