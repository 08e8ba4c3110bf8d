/** Amazon Web Services: eleven types of resources, in as many regions and accounts as there are. */
package provider.aws;
