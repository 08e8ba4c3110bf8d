/** From the wire records of the SDK to observations: pure, one mapper per resource type. */
package provider.aws.map;
