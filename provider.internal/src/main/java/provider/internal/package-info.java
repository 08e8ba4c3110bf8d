/** Machines that people keep by hand: here is their system of record, and the provider that states what stands in it. */
package provider.internal;
