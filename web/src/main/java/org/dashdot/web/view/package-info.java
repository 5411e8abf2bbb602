/**
 * The beans behind the pages, one beside each: they pick what a page shows and hand what a person
 * does to a use case. They decide nothing and keep nothing; they may call use cases only.
 */
package org.dashdot.web.view;
