/** Turns what LeaseWeb says into what the inventory keeps. Pure. */
package provider.leaseweb.map;
