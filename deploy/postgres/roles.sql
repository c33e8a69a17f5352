-- The roles and the database of OwnIt, made once by a superuser; see docs/self-hosting.md. The passwords come from the environment.
\getenv owner_password OWNER_PASSWORD
\getenv server_password SERVER_PASSWORD

-- What requests run as: owns nothing, and sees the rows of one account at a time.
CREATE ROLE ownit_app NOLOGIN;
-- Owns the tables: brings them up to date when the server starts, and does nothing else.
CREATE ROLE ownit_owner LOGIN PASSWORD :'owner_password' IN ROLE ownit_app;
-- Whom the server signs in as.
CREATE ROLE ownit_server LOGIN PASSWORD :'server_password' IN ROLE ownit_app;

CREATE DATABASE ownit OWNER ownit_owner;
REVOKE ALL ON DATABASE ownit FROM PUBLIC;
GRANT CONNECT ON DATABASE ownit TO ownit_server;
