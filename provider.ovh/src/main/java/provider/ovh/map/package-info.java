/** Turns what OVHcloud says into what the inventory keeps. Pure. */
package provider.ovh.map;
