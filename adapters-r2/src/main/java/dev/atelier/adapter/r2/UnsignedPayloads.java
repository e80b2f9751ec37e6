package dev.atelier.adapter.r2;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signs requests to an endpoint without TLS as those to one with it: by their headers. Left alone the SDK digests every body
 * there once more, and so does the server; {@code Content-MD5} is signed and tells a damaged body as well. So what is tried
 * on a machine of one's own is what runs in production.
 */
final class UnsignedPayloads implements AwsV4AuthScheme {

    private static final String TLS = "https";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    @Override
    public String schemeId() {
        return SCHEME_ID;
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return providers.identityProvider(AwsCredentialsIdentity.class);
    }

    @Override
    public AwsV4HttpSigner signer() {
        return new AwsV4HttpSigner() {
            @Override
            public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
                return signAsOverTls(request);
            }

            @Override
            public CompletableFuture<AsyncSignedRequest> signAsync(
                    AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
                return signer.signAsync(request);
            }
        };
    }

    private <T extends AwsCredentialsIdentity> SignedRequest signAsOverTls(SignRequest<T> request) {
        var http = request.request();
        var signed = signer.sign(request.toBuilder().request(with(http, TLS)).build());
        return signed.toBuilder()
                .request(with(signed.request(), http.protocol()))
                .build();
    }

    private static SdkHttpRequest with(SdkHttpRequest request, String protocol) {
        return request.toBuilder().protocol(protocol).port(request.port()).build();
    }
}
