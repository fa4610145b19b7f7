/**
 * Who may do what. A program sends a token; only its hash is stored. Public reads need none, what
 * lies under {@code /admin} and {@code /api/admin} is closed unless a role opens it.
 */
package app.marquee.security;
