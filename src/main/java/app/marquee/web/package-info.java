/** The pages people look at, and the files they are made of. They read the API like any client. */
package app.marquee.web;
