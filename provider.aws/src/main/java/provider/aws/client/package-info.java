/** The calls to AWS: sessions, pages, guards against answers that only look complete, and failures in the words of the contract. */
package provider.aws.client;
