/** The plugin of the benchmark of many accounts; it goes into a bundle of its own. */
package bndrun.bench.account;
