/** LeaseWeb's dedicated servers. */
package provider.leaseweb;
