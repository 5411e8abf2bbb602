/** Both databases with the product's schema, mapping and a volume worth planning for. */
package org.dashdot.database;
