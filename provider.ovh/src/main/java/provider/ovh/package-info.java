/** OVHcloud: dedicated servers ({@code ovh:dedicated}) and the Public Cloud ({@code ovh:cloud}). */
package provider.ovh;
