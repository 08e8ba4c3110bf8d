/** VMware vCenter, or a single ESXi host: seven types of resources in every datacenter. */
package provider.vcenter;
