/**
 * Who may do what. A program sends a token, of which only the hash is stored; a member logs in by
 * Quarkus' form authentication and has a cookie that Quarkus encrypts. Public reads need neither,
 * what lies under {@code /admin} and {@code /api/admin} is closed unless a role opens it.
 *
 * <p>{@code CallerMechanism} is the one way in: a token, else the form, else the cookie. A session
 * names its member and the member's epoch, so whatever ends sessions moves the epoch on, on all
 * nodes at once. Attempts are counted in the database, for all nodes together.
 */
package app.marquee.security;
