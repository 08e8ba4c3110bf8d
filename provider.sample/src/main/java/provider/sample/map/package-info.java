/** From the number of a resource to its observation. */
package provider.sample.map;
