/** The files' bytes: Cloudflare R2, or any other S3 service, through the AWS SDK. */
@NullMarked
package dev.atelier.adapter.r2;

import org.jspecify.annotations.NullMarked;
