// An OpenID Connect provider on this machine, for whoever a test says that logs in.
// node issuer.mjs <issuer> <address of return> ...
import Provider from 'oidc-provider';

const [issuer, ...back] = process.argv.slice(2);

const client = (client_id, token_endpoint_auth_method) => ({
  client_id,
  client_secret: token_endpoint_auth_method === 'none' ? undefined : 'a secret of & our own',
  redirect_uris: back,
  token_endpoint_auth_method,
});

const provider = new Provider(issuer, {
  clients: [
    client('obolus-post', 'client_secret_post'),
    client('obolus-basic', 'client_secret_basic'),
    client('obolus-none', 'none'),
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
  cookies: { keys: ['of a test'] },
  findAccount: (context, accountId) => ({
    accountId,
    claims: () => ({ sub: accountId, name: `The person ${accountId}`, preferred_username: `called-${accountId}` }),
  }),
  pkce: { required: () => true },
});

provider.listen(Number(new URL(issuer).port), '127.0.0.1', () => console.log(`listening at ${issuer}`));

// It does not outlive whoever started it, however that ends.
process.stdin.resume().on('end', () => process.exit());
