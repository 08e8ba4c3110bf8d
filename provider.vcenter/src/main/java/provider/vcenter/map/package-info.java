/** From objects of vSphere to resources of the inventory. */
package provider.vcenter.map;
