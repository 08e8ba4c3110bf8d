/** The SOAP interface of vSphere: sessions, pages, guards against answers that only look complete, and failures in the words of the contract. */
package provider.vcenter.client;
