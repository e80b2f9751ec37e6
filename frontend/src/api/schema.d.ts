// Made from the description of the API by `npm run api-types`. Do not edit.

export interface paths {
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a document */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /** Delete a document */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /** Change a document */
        patch: operations["updateDocument"];
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what is known of a file */
        get: operations["getFile"];
        put?: never;
        post?: never;
        /** Delete a file */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a file has been sent straight to storage
         * @description All of it is read and compared with what was announced; what is something else is removed, and 422 tells why. To
         *     complete a file again changes nothing.
         */
        post: operations["completeDirectUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file, or a range of it */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/signed-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an address of a file that works without a token, for a time */
        get: operations["getSignedUrl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what workers do for the user
         * @description Jobs that were done or cancelled are kept for 7 days, those that are dead for 30.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a job */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job that has not ended
         * @description What it has done so far stays. A run whose step it is fails.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I? */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say what I am called */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What have I used, and what did it cost?
         * @description All calls of models and services that were made for the user in the period, whether what they were made for still exists or
         *     not. A call counts on the day on which it was made; days begin and end in UTC. At most 366 days.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my projects */
        get: operations["listProjects"];
        put?: never;
        /** Create a project */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a project */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /** Delete a project and everything in it */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /** Change a project */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/v1/projects/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a question about the documents of a project
         * @description The answer is written from passages of the documents alone, in the language of the question, and refers to them by numbers, `[1]`. Each
         *     number has a citation, whose `quote` stands in the document. When nothing in the documents fits, the answer says so, has no
         *     citations, and no model has been asked to write it.
         *
         *     With `Accept: text/event-stream` it comes as it is written:
         *
         *     | event | data |
         *     | --- | --- |
         *     | `token`: a piece of the text | AnswerToken |
         *     | `citations`: once, behind the text | AnswerCitations |
         *     | `done`: the last one | Answer |
         *     | `error`: in its place, when the answer cannot be ended | Problem |
         */
        post: operations["askProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the documents of a project
         * @description Of each `content` the first 2,000 characters are shown.
         */
        get: operations["listDocuments"];
        put?: never;
        /** Create a document */
        post: operations["createDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/documents/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file and make a document of it
         * @description A PDF, a Word document (.docx), HTML, Markdown, plain text or an image. The file is stored as every file; its text is read a little
         *     later, and is the `content` of the document then. How far that is, `ingestion` tells; when it cannot be read, `ingestionError`
         *     says why.
         */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of a project */
        get: operations["listFiles"];
        put?: never;
        /**
         * Upload a file
         * @description The bytes are passed on to storage while they come. What the form says of them (`sha256`, the type of the part, its
         *     `Content-Length`) is compared with what has come, and when it is something else, 422 tells so and there is no file; other
         *     fields are passed over. A file has at most 100 MiB, unless the operator has set another limit; more is 413 `too_large`.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/files/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to upload a file straight to storage
         * @description For large files: what is answered is the request that the client is to make itself, with these headers and as many bytes as
         *     were announced, within an hour. There is no file before it is completed (`/files/{fileId}/complete`); what is not
         *     completed within a day is removed. More bytes than the limit, or than storage takes in one request, are 413 `too_large`.
         */
        post: operations["beginDirectUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find passages of the documents of a project
         * @description Documents are found once their `ingestion` is `ready`, and as they were then until it is again. `hybrid` looks for meanings and for
         *     words and makes one list of both; while the model that understands meanings is away it goes on by words. Of the words of a
         *     query passages with all of them come first; `-word` excludes one, and words in quotes stand beside each other.
         */
        post: operations["searchProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the workflows of a project */
        get: operations["listWorkflows"];
        put?: never;
        /**
         * Create a workflow
         * @description A draft may be saved that cannot run yet; `POST /workflows/validate` tells what is missing.
         */
        post: operations["createWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/workflows/from-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a workflow from a template
         * @description It is a workflow like any other; neither it nor the template changes with the other.
         */
        post: operations["createWorkflowFromTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a run */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run, live
         * @description Server-sent events from the first one of the run on, however late one comes; after the last one the server ends
         *     the stream. Each has a number that grows by one within the run, `id: 7`, a name, `event: step.completed`, and JSON, `data: {…}`:
         *
         *     | event | data |
         *     | --- | --- |
         *     | `run.queued`, `run.started`, `run.paused`, `run.resumed`, `run.completed`, `run.failed`, `run.stopped` | RunEventData |
         *     | `step.started`, `step.completed`, `step.failed`, `step.retrying`; `run.waiting_for_review`, of the review node | StepEventData |
         *     | `step.token`: text as it is written; has no number and is not told again | StepTokenData |
         *
         *     A browser's `EventSource` cannot send a token: read the stream with `fetch`. A client that comes back with `Last-Event-ID`
         *     misses none and gets none twice. While nothing happens, a comment line comes every 15 s.
         */
        get: operations["followRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin no further step of a run
         * @description Steps that are at work go on to their end.
         */
        post: operations["pauseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused run go on
         * @description One that waits for a review goes on with the review instead. One that has come to a limit of cost is paused again when its
         *     next call does not fit into what is left by now; a higher limit can be given with the request.
         */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a failed run again at what has failed
         * @description Steps that have finished are not done again.
         */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the steps of a run */
        get: operations["listSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/steps/{nodeId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about what waits for a person
         * @description The run goes on with either decision; conditions behind the node may ask which it was.
         */
        post: operations["reviewStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a run
         * @description What it has made stays. A call of a model that is under way is cut off within two seconds.
         */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workflows to begin with
         * @description All of them are on one page, in the order in which they are to be shown.
         */
        get: operations["listWorkflowTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a workflow */
        get: operations["getWorkflow"];
        /**
         * Save a new version of a workflow
         * @description Runs that have started go on with the version that they started with.
         */
        put: operations["replaceWorkflow"];
        post?: never;
        /** Delete a workflow and its runs */
        delete: operations["deleteWorkflow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a workflow */
        get: operations["listRuns"];
        put?: never;
        /** Run a workflow */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find everything that is wrong with a definition */
        post: operations["validateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page for people */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What that page is made of */
        get: operations["getDocsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What works and what does not?
         * @description The report may be a few seconds old, so that probes cannot overload anything.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the process answer? */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can it serve users? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Answer: {
            answer: string;
            citations: components["schemas"]["Citation"][];
            usage: components["schemas"]["Usage"];
        };
        AnswerCitations: {
            citations: components["schemas"]["Citation"][];
        };
        AnswerToken: {
            text: string;
        };
        /**
         * @description Has a document show a picture, both of the project of the run.
         *
         *     Output: `document_id`, `image_id`, `attached`.
         */
        AttachNode: {
            data?: components["schemas"]["AttachNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "attach" | "attach_creative";
        } & {
            [key: string]: unknown;
        };
        AttachNodeData: {
            /**
             * @deprecated
             * @description The same as `documentId`.
             */
            document_id?: string;
            /** @description A node that made it, or a reference to its id; without a field `document_ids`. */
            document_ref?: string;
            /**
             * @deprecated
             * @description The same as `documentSource`.
             */
            document_source?: string;
            /** @description The id of that one. */
            documentId?: string;
            /**
             * @deprecated
             * @description The same as `document_ref`.
             */
            documentRef?: string;
            /** @description `from_project` for one that the project has already. */
            documentSource?: string;
            /**
             * @deprecated
             * @description The same as `imageId`.
             */
            image_id?: string;
            /** @description A node that made it, or a reference to its id; without a field `image_ids`. */
            image_ref?: string;
            /**
             * @deprecated
             * @description The same as `imageSource`.
             */
            image_source?: string;
            /** @description The id of that one. */
            imageId?: string;
            /**
             * @deprecated
             * @description The same as `image_ref`.
             */
            imageRef?: string;
            /** @description `from_project` for one that the project has already. */
            imageSource?: string;
            /**
             * @description Whether it takes the place of the picture that the document shows; otherwise it goes where there is none.
             * @default false
             */
            is_primary: boolean;
            /**
             * @deprecated
             * @description The same as `is_primary`.
             * @default false
             */
            isPrimary: boolean;
            /** @description What people call it; without it its id. */
            label?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description How often it has been begun. */
        Attempt: number;
        Citation: {
            documentId: components["schemas"]["Id"];
            location: components["schemas"]["Location"];
            /** @description By which the answer refers to it. */
            number: number;
            /** @description Words that stand in the document. */
            quote: string;
            title: string;
        };
        /**
         * @description An expression, a comparison, or several conditions. Expressions: `==`, `!=`, `<`, `<=`, `>`, `>=`, `contains`, `AND`, `OR`, `NOT`, parentheses, texts in
         *     quotes, numbers, `true`, `false`, references. They can do nothing but compare.
         */
        Condition: string | boolean | components["schemas"]["ConditionComparison"] | components["schemas"]["ConditionGroup"];
        /**
         * @description Takes one of two ways.
         *
         *     Output: `result`, `branch`.
         */
        ConditionalNode: {
            data: components["schemas"]["ConditionalNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conditional";
        } & {
            [key: string]: unknown;
        };
        ConditionalNodeData: {
            condition: components["schemas"]["Condition"];
            /** @description What people call it; without it its id. */
            label?: string;
        } & {
            [key: string]: unknown;
        };
        ConditionComparison: {
            conditions?: never;
            /** @description A reference or a constant. */
            left: unknown;
            operator: string;
            /** @description A reference or a constant. */
            right: unknown;
        } & {
            [key: string]: unknown;
        };
        ConditionGroup: {
            conditions: components["schemas"]["Condition"][];
            /** @description `AND` or `OR`. */
            logic?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Finds what the documents of the project say.
         *
         *     Output: `content`, `context`, `documents`, `count`.
         */
        ContextRetrievalNode: {
            data: components["schemas"]["ContextRetrievalNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "context_retrieval";
        } & {
            [key: string]: unknown;
        };
        ContextRetrievalNodeData: {
            /**
             * @deprecated
             * @description The same as `folderIds`.
             */
            folder_ids?: components["schemas"]["TextList"];
            /** @description Where to look; without it everywhere. */
            folderIds?: components["schemas"]["TextList"];
            /** @description What people call it; without it its id. */
            label?: string;
            /**
             * @deprecated
             * @description The same as `maxResults`.
             * @default 5
             */
            max_results: number;
            /** @default 5 */
            maxResults: number;
            /** @description What is looked for. */
            query: string;
            /**
             * @deprecated
             * @description The same as `useRag`.
             * @default true
             */
            use_rag: boolean;
            /**
             * @description Whether meaning counts, and not words alone.
             * @default true
             */
            useRag: boolean;
        } & {
            [key: string]: unknown;
        };
        DayUsage: {
            /** @description US dollars. */
            costUsd: number;
            /** Format: date */
            date: string;
            /** Format: int64 */
            images: number;
            /** Format: int64 */
            inputTokens: number;
            models: components["schemas"]["ModelUsage"][];
            /** Format: int64 */
            outputTokens: number;
        };
        DirectUpload: {
            expiresAt: components["schemas"]["Instant"];
            fileId: components["schemas"]["Id"];
            /** @description What the request has to carry, to the letter, beside its `Content-Length`. */
            headers: {
                [key: string]: string;
            };
            /** @constant */
            method: "PUT";
            /**
             * Format: uri
             * @description Where the bytes go. Whoever has it can send them.
             */
            url: string;
        };
        DirectUploadRequest: {
            /** @description A media type, parameters included. */
            contentType: string;
            /** @description Of a path, the last part counts, which has at most 255 characters. */
            fileName: string;
            /** @description The SHA-256 that the bytes have to have, in hexadecimal. */
            sha256?: string;
            /**
             * Format: int64
             * @description In bytes.
             */
            size: number;
        };
        /**
         * @example {
         *       "id": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e45",
         *       "projectId": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44",
         *       "title": "Brief",
         *       "content": "We launch in March.",
         *       "mediaType": "markdown",
         *       "fileId": null,
         *       "fileUrl": null,
         *       "status": "draft",
         *       "ingestion": "pending",
         *       "ingestionError": null,
         *       "createdAt": "2026-11-24T18:40:30.123456Z",
         *       "updatedAt": "2026-11-24T18:40:30.123456Z"
         *     }
         */
        Document: {
            content: string;
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: uuid
             * @description The file that it was made from; null when there is none.
             */
            fileId: string | null;
            /**
             * Format: uri
             * @description The public address of that file.
             */
            fileUrl: string | null;
            id: components["schemas"]["Id"];
            /**
             * @description How far it is on its way into the search index; `none` when it is not meant to be searched.
             * @enum {string}
             */
            ingestion: "none" | "pending" | "ready" | "failed";
            /** @description Why that failed, a sentence for a person. */
            ingestionError: string | null;
            mediaType: components["schemas"]["DocumentMediaType"];
            projectId: components["schemas"]["Id"];
            status: components["schemas"]["DocumentStatus"];
            title: string;
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What is left out stays as it is. */
        DocumentChange: {
            content?: string;
            status?: components["schemas"]["DocumentStatus"];
            /** @description Not blank. */
            title?: string;
        };
        DocumentForm: {
            /**
             * Format: binary
             * @description The file, with its name and type. A part without a type is `application/octet-stream`.
             */
            file: string;
            /** @description The SHA-256 that the bytes have to have, in hexadecimal. It must come before the file. */
            sha256?: string;
            /** @description What the document is to be called, as in NewDocument; the name of the file when it is left out. */
            title?: string;
        };
        /**
         * @description What it is made of.
         * @enum {string}
         */
        DocumentMediaType: "text" | "image" | "pdf" | "docx" | "html" | "markdown";
        DocumentPage: {
            items: components["schemas"]["Document"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        /**
         * @description How far its author considers it to be.
         * @enum {string}
         */
        DocumentStatus: "draft" | "done";
        /** @description A list of domains such as `example.org`, or one text with commas. */
        DomainList: string[] | string;
        /**
         * @example {
         *       "id": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e46",
         *       "projectId": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44",
         *       "fileName": "brief.txt",
         *       "contentType": "text/plain",
         *       "size": 5,
         *       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
         *       "url": "https://files.example.org/files/4f0e8a430a6a6d3b8c55",
         *       "thumbnailUrl": null,
         *       "state": "stored",
         *       "createdAt": "2026-11-24T18:40:30.123456Z"
         *     }
         */
        File: {
            /** @description A media type, parameters included: what the first bytes say, in the words of the uploader where these say more. */
            contentType: string;
            createdAt: components["schemas"]["Instant"];
            /** @description The last part of the name that it came with. */
            fileName: string;
            id: components["schemas"]["Id"];
            projectId: components["schemas"]["Id"];
            /** @description The SHA-256 of its bytes in hexadecimal; null until it is stored. */
            sha256: string | null;
            /**
             * Format: int64
             * @description In bytes; null until it is stored.
             */
            size: number | null;
            /**
             * @description `stored` when all of it is there and checked.
             * @enum {string}
             */
            state: "pending" | "stored";
            /**
             * Format: uri
             * @description The public address of a small picture of it, 512 pixels at most; null until there is one, and for what is no image.
             */
            thumbnailUrl: string | null;
            /**
             * Format: uri
             * @description Its public address.
             */
            url: string;
        };
        FileForm: {
            /**
             * Format: binary
             * @description The file, with its name and type. A part without a type is `application/octet-stream`.
             */
            file: string;
            /** @description The SHA-256 that the bytes have to have, in hexadecimal. It must come before the file. */
            sha256?: string;
        };
        FilePage: {
            items: components["schemas"]["File"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        /**
         * @description Where a run ends.
         *
         *     Output: `savedDocuments`.
         */
        FinishNode: {
            data?: components["schemas"]["FinishNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "finish" | "end";
        } & {
            [key: string]: unknown;
        };
        FinishNodeData: {
            /**
             * @deprecated
             * @description The same as `documentTitle`.
             */
            document_title?: string;
            /** @description The title of that document; without it there is none. */
            documentTitle?: string;
            /** @description What people call it; without it its id. */
            label?: string;
            /**
             * @deprecated
             * @description The same as `notifyUser`.
             * @default false
             */
            notify_user: boolean;
            /**
             * @description Whether its owner gets a mail.
             * @default false
             */
            notifyUser: boolean;
            /**
             * @deprecated
             * @description The same as `saveToProject`.
             * @default true
             */
            save_to_project: boolean;
            /**
             * @description Whether what the run wrote is gathered into a document, when there is a title for it.
             * @default true
             */
            saveToProject: boolean;
        } & {
            [key: string]: unknown;
        };
        HealthCheck: {
            /** Format: int64 */
            latencyMs: number;
            status: components["schemas"]["HealthStatus"];
        };
        /**
         * @example {
         *       "status": "healthy",
         *       "checks": {
         *         "database": {
         *           "status": "healthy",
         *           "latencyMs": 2
         *         },
         *         "storage": {
         *           "status": "healthy",
         *           "latencyMs": 34
         *         }
         *       }
         *     }
         */
        HealthReport: {
            /** @description By name, `database`, `storage`, `queue` and `auth`. */
            checks: {
                [key: string]: components["schemas"]["HealthCheck"];
            };
            status: components["schemas"]["HealthStatus"];
        };
        /**
         * @description `degraded`: everything that users need works, something else does not.
         * @enum {string}
         */
        HealthStatus: "healthy" | "degraded" | "unhealthy";
        /**
         * Format: uuid
         * @description A UUID; those made here are of version 7, so that they sort by time.
         */
        Id: string;
        /**
         * @description Paints a picture, which becomes a document.
         *
         *     Output: `file_url`, `thumbnail_url`, `image_ids`, `title`, `prompt`.
         */
        ImageGenerationNode: {
            data: components["schemas"]["ImageGenerationNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "image_generation" | "generate_image";
        } & {
            [key: string]: unknown;
        };
        ImageGenerationNodeData: {
            /**
             * @description Width to height; goes before `size`.
             * @default 1:1
             * @enum {string}
             */
            aspect_ratio: "1:1" | "16:9" | "9:16" | "4:3" | "3:4";
            /**
             * @deprecated
             * @description The same as `aspect_ratio`.
             * @default 1:1
             * @enum {string}
             */
            aspectRatio: "1:1" | "16:9" | "9:16" | "4:3" | "3:4";
            /** @description What people call it; without it its id. */
            label?: string;
            /** @description Of the provider; without it the one that the operator has chosen. */
            model?: string;
            /** @description What is to be seen. */
            prompt: string;
            /** @description As the provider spells it. */
            quality?: string;
            /** @description Like `1024x768`: the nearest shape is taken. */
            size?: string;
            /** @description How it is to look. */
            style?: string;
            /** @description Of the document; without it the label. */
            title?: string;
        } & {
            [key: string]: unknown;
        };
        InputVariable: {
            /** @description Of its type. */
            default?: unknown;
            /**
             * @deprecated
             * @description The same as `default`.
             */
            defaultValue?: unknown;
            /** @default  */
            description: string;
            /** @description Letters, digits, `_` and `-`; each once. */
            name: string;
            /** @default false */
            required: boolean;
            /**
             * @default text
             * @enum {string}
             */
            type: "text" | "number" | "boolean";
        } & {
            [key: string]: unknown;
        };
        /**
         * Format: date-time
         * @description An instant of RFC 3339 in UTC.
         * @example 2026-11-24T18:40:30.123456Z
         */
        Instant: string;
        /**
         * Format: date-time
         * @description An instant of RFC 3339 in UTC; null when it has not come yet.
         */
        InstantOrNull: string | null;
        /** @description Which pass of a loop, from 0; within a loop of a loop 1000 times the outer pass, plus the inner one. */
        Iteration: number;
        /**
         * @example {
         *       "id": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e4a",
         *       "kind": "execute_step",
         *       "queue": "interactive",
         *       "state": "waiting",
         *       "attempt": 0,
         *       "runAt": "2026-11-24T18:40:30.123456Z",
         *       "error": null,
         *       "createdAt": "2026-11-24T18:40:30.123456Z",
         *       "endedAt": null
         *     }
         */
        Job: {
            /** @description How often it has been begun. */
            attempt: number;
            createdAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["InstantOrNull"];
            /** @description That an attempt has failed; why is for operators. */
            error: string | null;
            id: components["schemas"]["Id"];
            /** @description What is to be done, such as `execute_step`. There may be new ones. */
            kind: string;
            queue: components["schemas"]["JobQueue"];
            /** @description It is not begun before. */
            runAt: components["schemas"]["Instant"];
            state: components["schemas"]["JobState"];
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        /**
         * @description What somebody waits for is `interactive`, and comes first.
         * @enum {string}
         */
        JobQueue: "interactive" | "bulk";
        /**
         * @description `claimed`: a worker has it in hand. `dead`: it was tried as often as it may be, and failed.
         * @enum {string}
         */
        JobState: "waiting" | "claimed" | "done" | "dead" | "cancelled";
        Location: {
            /** @description Where it has ended, in the same units. */
            end: number;
            /** @description The headings above it, the outermost first, with › between them. */
            heading: string | null;
            /** @description Of a document that has pages. */
            page: number | null;
            /** @description Where it begins in the content of the document, in UTF-16 units. */
            start: number;
        };
        /**
         * @description Runs what is behind its handle `body` again and again, then what is behind `done`. A list counts before a condition, and that before a number.
         *
         *     Output: `iteration`, `item` inside of the body; `results`, `iterations_completed` after it.
         */
        LoopNode: {
            data?: components["schemas"]["LoopNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "loop";
        } & {
            [key: string]: unknown;
        };
        LoopNodeData: {
            /** @description A reference to a list, with whose items it goes round. */
            collection?: string;
            condition?: components["schemas"]["Condition"];
            /** @description How often; a number or a reference to one. */
            iterations?: number | string;
            /** @description What people call it; without it its id. */
            label?: string;
            /**
             * @deprecated
             * @description The same as `maxIterations`.
             * @default 1000
             */
            max_iterations: number;
            /** @default 1000 */
            maxIterations: number;
        } & {
            [key: string]: unknown;
        };
        ModelUsage: {
            /** @description US dollars. */
            costUsd: number;
            /** Format: int64 */
            images: number;
            /** Format: int64 */
            inputTokens: number;
            /** @example openai/gpt-4o-mini */
            model: string;
            /** Format: int64 */
            outputTokens: number;
        };
        NewDocument: {
            /** @default  */
            content: string;
            /** @default text */
            mediaType: components["schemas"]["DocumentMediaType"];
            /** @default draft */
            status: components["schemas"]["DocumentStatus"];
            /** @description Not blank. */
            title: string;
        };
        NewProject: {
            /** @default  */
            description: string;
            /** @description Not blank. */
            name: string;
        };
        /** @description The `cursor` of the next page; null in the last one. */
        NextCursor: string | null;
        /** @description Letters, digits, `_` and `-`. */
        NodeId: string;
        /** @description Where it is drawn. */
        NodePosition: {
            x?: number;
            y?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A fork: what follows it runs side by side, as does everything whose inputs are there.
         *
         *     Output: none.
         */
        ParallelNode: {
            data?: components["schemas"]["ParallelNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "parallel";
        } & {
            [key: string]: unknown;
        };
        ParallelNodeData: {
            /** @description What people call it; without it its id. */
            label?: string;
        } & {
            [key: string]: unknown;
        };
        Passage: {
            content: string;
            documentId: components["schemas"]["Id"];
            location: components["schemas"]["Location"];
            /** @description The higher, the better it fits; to be compared within one answer only. */
            score: number;
            title: string;
        };
        Passages: {
            passages: components["schemas"]["Passage"][];
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            code: components["schemas"]["ProblemCode"];
            /** @description A sentence for a person. */
            detail: string;
            /** @description The single faults, where `code` is `validation_failed` or `workflow_invalid`. */
            errors?: (components["schemas"]["Violation"] | components["schemas"]["WorkflowFault"])[];
            /** @description Names this request in our log. */
            requestId: string;
            status: number;
            /** @description The meaning of the status. */
            title: string;
            /**
             * @description Says nothing; look at `code`.
             * @constant
             */
            type: "about:blank";
        };
        /**
         * @description What went wrong, for programs.
         * @enum {string}
         */
        ProblemCode: "malformed_request" | "invalid_cursor" | "missing_token" | "invalid_token" | "expired_token" | "user_not_provisioned" | "role_not_allowed" | "not_found" | "method_not_allowed" | "not_acceptable" | "version_conflict" | "upload_incomplete" | "invalid_state" | "idempotency_key_reused" | "precondition_failed" | "too_large" | "unsupported_media_type" | "range_not_satisfiable" | "validation_failed" | "workflow_invalid" | "too_many_requests" | "internal_error" | "upstream_failed" | "database_unavailable" | "storage_unavailable" | "queue_unavailable" | "upstream_timeout";
        /** @description How many of the nodes have finished, in per cent. */
        Progress: number;
        /**
         * @example {
         *       "id": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44",
         *       "name": "Spring campaign",
         *       "description": "Cocoa and orange.",
         *       "createdAt": "2026-11-24T18:40:30.123456Z",
         *       "updatedAt": "2026-11-24T18:40:30.123456Z"
         *     }
         */
        Project: {
            createdAt: components["schemas"]["Instant"];
            description: string;
            id: components["schemas"]["Id"];
            name: string;
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What is left out stays as it is. */
        ProjectChange: {
            description?: string;
            /** @description Not blank. */
            name?: string;
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        Question: {
            /** @description The model that is to write the answer; the operator's choice when it is left out. */
            model?: string;
            question: string;
        };
        ResumeRequest: {
            /** @description US dollars that all of the run may spend, more than it has cost; as before when left out. */
            costLimitUsd?: number;
        };
        /**
         * @description Waits for a person: `POST /runs/{id}/steps/{nodeId}/review`.
         *
         *     Output: `decision` (`approve` or `reject`), `comment`.
         */
        ReviewNode: {
            data?: components["schemas"]["ReviewNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "review";
        } & {
            [key: string]: unknown;
        };
        ReviewNodeData: {
            /** @description A reference to what is to be looked at. */
            content_ref?: string;
            /**
             * @deprecated
             * @description The same as `content_ref`.
             */
            contentRef?: string;
            /** @description What to look for. */
            criteria?: string;
            /** @description What people call it; without it its id. */
            label?: string;
        } & {
            [key: string]: unknown;
        };
        ReviewRequest: {
            comment?: string;
            /** @enum {string} */
            decision: "approve" | "reject";
        };
        /**
         * @example {
         *       "id": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e47",
         *       "workflowId": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e48",
         *       "workflowVersion": 3,
         *       "projectId": "0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44",
         *       "status": "running",
         *       "pauseReason": null,
         *       "progress": 33,
         *       "currentNodeId": "write",
         *       "inputs": {
         *         "topic": "tea"
         *       },
         *       "outputs": {},
         *       "error": null,
         *       "usage": {
         *         "inputTokens": 0,
         *         "outputTokens": 0,
         *         "images": 0,
         *         "costUsd": 0,
         *         "models": []
         *       },
         *       "costLimitUsd": 0.5,
         *       "createdAt": "2026-11-24T18:40:30.123456Z",
         *       "startedAt": "2026-11-24T18:40:30.4Z",
         *       "finishedAt": null
         *     }
         */
        Run: {
            /** @description US dollars that it may spend; null for no limit. */
            costLimitUsd: number | null;
            createdAt: components["schemas"]["Instant"];
            /** @description The node that was begun last; null when none is at work. */
            currentNodeId: string | null;
            /** @description Why it failed, or which limit of cost it has come to; a sentence for a person. */
            error: string | null;
            finishedAt: components["schemas"]["InstantOrNull"];
            id: components["schemas"]["Id"];
            /** @description By name, defaults filled in. */
            inputs: {
                [key: string]: unknown;
            };
            /** @description What each step gave, by node id; empty until the run has completed. */
            outputs: {
                [key: string]: unknown;
            };
            /**
             * @description Why it is paused; null when it is not.
             * @enum {string|null}
             */
            pauseReason: "requested" | "review" | "cost_limit" | null;
            progress: components["schemas"]["Progress"];
            projectId: components["schemas"]["Id"];
            startedAt: components["schemas"]["InstantOrNull"];
            status: components["schemas"]["RunStatus"];
            usage: components["schemas"]["Usage"];
            workflowId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description The version that it works on, whatever is saved later.
             */
            workflowVersion: number;
        };
        /** @description Something happened to the run. */
        RunEventData: {
            at: components["schemas"]["Instant"];
            /** @description Why it failed, or which limit of cost it has come to; a sentence for a person. */
            error?: string;
            /** @description What each step gave, by node id; with the last event. */
            outputs?: {
                [key: string]: unknown;
            };
            /**
             * @description Why it is paused; when it is.
             * @enum {string}
             */
            pauseReason?: "requested" | "review" | "cost_limit";
            progress: components["schemas"]["Progress"];
            runId: components["schemas"]["Id"];
            status: components["schemas"]["RunStatus"];
            usage?: components["schemas"]["UsageSum"];
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        RunRequest: {
            /** @description US dollars that it may spend; no limit when left out. */
            costLimitUsd?: number;
            /** @description The inputs that the start node asks for, by name. */
            inputs?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        RunStatus: "pending" | "running" | "paused" | "completed" | "failed" | "stopped";
        /** @enum {string} */
        SearchMode: "hybrid" | "vector" | "keyword";
        SearchRequest: {
            /** @default 10 */
            limit: number;
            /** @default hybrid */
            mode: components["schemas"]["SearchMode"];
            query: string;
        };
        SignedUrl: {
            expiresAt: components["schemas"]["Instant"];
            /** Format: uri */
            url: string;
        };
        /**
         * @description Where every run begins.
         *
         *     Output: a field for each input.
         */
        StartNode: {
            data?: components["schemas"]["StartNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "start";
        } & {
            [key: string]: unknown;
        };
        StartNodeData: {
            /**
             * @deprecated
             * @description The same as `inputVariables`.
             */
            input_variables?: components["schemas"]["InputVariable"][];
            /** @description What is asked for when a run is started. */
            inputVariables?: components["schemas"]["InputVariable"][];
            /** @description What people call it; without it its id. */
            label?: string;
        } & {
            [key: string]: unknown;
        };
        Step: {
            attempt: components["schemas"]["Attempt"];
            /** @description Why it failed, a sentence for a person. */
            error: string | null;
            finishedAt: components["schemas"]["InstantOrNull"];
            iteration: components["schemas"]["Iteration"];
            label: string;
            nodeId: string;
            /** @description The output fields of its type; empty until it has completed. */
            output: {
                [key: string]: unknown;
            };
            startedAt: components["schemas"]["InstantOrNull"];
            status: components["schemas"]["StepStatus"];
            /** @description The type of the node. */
            type: string;
            usage: components["schemas"]["Usage"];
        };
        /** @description Something happened to a step of the run. */
        StepEventData: {
            at: components["schemas"]["Instant"];
            attempt: components["schemas"]["Attempt"];
            /** @description Why it failed, or is tried again; a sentence for a person. */
            error?: string;
            iteration: components["schemas"]["Iteration"];
            label: string;
            nodeId: string;
            /** @description The output fields of its type; when it has finished. */
            output?: {
                [key: string]: unknown;
            };
            status: components["schemas"]["StepStatus"];
            /** @description The type of the node. */
            type: string;
            usage?: components["schemas"]["UsageSum"];
        };
        StepList: {
            items: components["schemas"]["Step"][];
            nextCursor: null;
        };
        /**
         * @description `waiting`: for a person to review it, or for the pass of its loop. `held`: it begins when the run, which is paused or has
         *     ended, goes on. `skipped`: the run took another branch.
         * @enum {string}
         */
        StepStatus: "pending" | "running" | "waiting" | "held" | "completed" | "skipped" | "failed";
        /** @description A piece of the text that a step is writing. */
        StepTokenData: {
            iteration: components["schemas"]["Iteration"];
            nodeId: string;
            text: string;
        };
        /**
         * @description Writes a text.
         *
         *     Output: `content`, `title`, `content_length`, `document_ids`; with `json` each key, with `markdown` each heading (lower case, `_` for blanks).
         */
        TextGenerationNode: {
            data: components["schemas"]["TextGenerationNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "text_generation" | "generate_copy";
        } & {
            [key: string]: unknown;
        };
        TextGenerationNodeData: {
            /** @description What people call it; without it its id. */
            label?: string;
            /**
             * @deprecated
             * @description The same as `maxTokens`.
             */
            max_tokens?: number;
            /** @description The most that is written. */
            maxTokens?: number;
            /** @description Of the provider; without it the one that the operator has chosen. */
            model?: string;
            /**
             * @deprecated
             * @description The same as `outputFormat`.
             * @default text
             * @enum {string}
             */
            output_format: "text" | "json" | "markdown";
            /**
             * @default text
             * @enum {string}
             */
            outputFormat: "text" | "json" | "markdown";
            /** @description What is to be written. */
            prompt: string;
            /**
             * @description Whether the text becomes a document.
             * @default true
             */
            save_as_document: boolean;
            /**
             * @deprecated
             * @description The same as `save_as_document`.
             * @default true
             */
            saveAsDocument: boolean;
            /**
             * @deprecated
             * @description The same as `systemPrompt`.
             */
            system_prompt?: string;
            /** @description How the model is to behave. */
            systemPrompt?: string;
            /** @default 0.7 */
            temperature: number;
            /** @description Of the document; without it the label. */
            title?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A list of texts, or one text with commas. */
        TextList: string[] | string;
        /**
         * @description Calls of which it is not known what they cost: those that are under way, and those whose answer was lost, because a worker
         *     crashed or the run was stopped. They are in none of the sums.
         */
        UnsettledCalls: {
            /** @description US dollars, the most that they are expected to cost together. */
            atMostUsd: number;
            /** Format: int64 */
            calls: number;
        };
        /** @description What was used and what it cost. */
        Usage: {
            /** @description US dollars. */
            costUsd: number;
            /** Format: int64 */
            images: number;
            /** Format: int64 */
            inputTokens: number;
            /** @description The same for each model. */
            models: components["schemas"]["ModelUsage"][];
            /** Format: int64 */
            outputTokens: number;
        };
        /** @description What was used in a period and what it cost. */
        UsageReport: {
            /** @description US dollars. */
            costUsd: number;
            /** @description The same for each day on which anything was used, the earliest first. */
            days: components["schemas"]["DayUsage"][];
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** Format: int64 */
            images: number;
            /** Format: int64 */
            inputTokens: number;
            /** @description The same for each model or service. */
            models: components["schemas"]["ModelUsage"][];
            /** Format: int64 */
            outputTokens: number;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            unsettled: components["schemas"]["UnsettledCalls"];
        };
        /** @description What was used and what it cost, in all. */
        UsageSum: {
            /** @description US dollars. */
            costUsd: number;
            /** Format: int64 */
            images: number;
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
        };
        /**
         * @example {
         *       "id": "5b0f3c1a-2e44-4c4e-9d0b-0198a3c27d10",
         *       "email": "ada@example.org",
         *       "fullName": "Ada Lovelace",
         *       "createdAt": "2026-11-24T18:40:30.123456Z"
         *     }
         */
        User: {
            createdAt: components["schemas"]["Instant"];
            /** @description As Supabase Auth knows it, and changed there; empty for who signed in without one. */
            email: string;
            /** @description Empty when the user has not said. */
            fullName: string;
            id: components["schemas"]["Id"];
        };
        /** @description What is left out stays as it is. */
        UserChange: {
            fullName?: string;
        };
        ValidationProblem: components["schemas"]["Problem"] & {
            /** @constant */
            code?: "validation_failed";
            errors: components["schemas"]["Violation"][];
        };
        /** @description One thing that is wrong with one field. */
        Violation: {
            /** @description The name of the field, nested ones with dots: `inputs.topic`. */
            field: string;
            /** @description What is wrong and how to mend it, a sentence for a person. */
            message: string;
        };
        /**
         * @description Searches the web. Where nobody searches, a workflow with it is refused (`not_configured`).
         *
         *     Output: `content`, `answer`, `results` (each `title`, `url`, `content`, `score`), `count`.
         */
        WebSearchNode: {
            data: components["schemas"]["WebSearchNodeData"];
            id: components["schemas"]["NodeId"];
            position?: components["schemas"]["NodePosition"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "web_search";
        } & {
            [key: string]: unknown;
        };
        WebSearchNodeData: {
            /**
             * @deprecated
             * @description The same as `excludeDomains`.
             */
            exclude_domains?: components["schemas"]["DomainList"];
            /** @description Where not to look. */
            excludeDomains?: components["schemas"]["DomainList"];
            /**
             * @deprecated
             * @description The same as `includeDomains`.
             */
            include_domains?: components["schemas"]["DomainList"];
            /** @description Where to look; without it everywhere. */
            includeDomains?: components["schemas"]["DomainList"];
            /** @description What people call it; without it its id. */
            label?: string;
            /**
             * @deprecated
             * @description The same as `maxResults`.
             * @default 5
             */
            max_results: number;
            /** @default 5 */
            maxResults: number;
            /** @description What is looked for. */
            query: string;
            /**
             * @deprecated
             * @description The same as `searchDepth`.
             * @default basic
             * @enum {string}
             */
            search_depth: "basic" | "advanced";
            /**
             * @default basic
             * @enum {string}
             */
            searchDepth: "basic" | "advanced";
        } & {
            [key: string]: unknown;
        };
        Workflow: {
            createdAt: components["schemas"]["Instant"];
            definition: components["schemas"]["WorkflowDefinition"];
            description: string;
            id: components["schemas"]["Id"];
            name: string;
            projectId: components["schemas"]["Id"];
            updatedAt: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description Grows by one whenever it is saved.
             */
            version: number;
        };
        /**
         * @example {
         *       "valid": false,
         *       "errors": [
         *         {
         *           "nodeId": "write",
         *           "code": "missing_field",
         *           "message": "prompt is required"
         *         }
         *       ],
         *       "warnings": [],
         *       "executionOrder": []
         *     }
         */
        WorkflowCheck: {
            errors: components["schemas"]["WorkflowFault"][];
            /** @description Node ids; none when there are errors. */
            executionOrder: string[];
            /** @description Whether it can run. Warnings do not matter. */
            valid: boolean;
            warnings: components["schemas"]["WorkflowFault"][];
        };
        /**
         * @description A graph as React Flow draws it, at most 1 MiB of JSON and 500 nodes. It is kept and given back to the letter, with whatever else it
         *     holds. Drafts may be anything; only a run needs the definition to be valid, which `POST /workflows/validate` tells.
         *
         *     Texts may refer to what ran before: `{{node_id.field}}`, `{{node_id}}` for its `content`, or `{name}` for an input of the run or the
         *     `content` of a node; dots and `[0]` reach into objects and lists.
         */
        WorkflowDefinition: components["schemas"]["WorkflowGraph"] | components["schemas"]["WorkflowDraft"];
        /** @description A definition that may not be ready to run. */
        WorkflowDraft: {
            [key: string]: unknown;
        };
        WorkflowEdge: {
            id?: string;
            source: components["schemas"]["NodeId"];
            /** @description `true` or `false` after a conditional, `body` or `done` after a loop; nothing elsewhere. */
            sourceHandle?: string | null;
            target: components["schemas"]["NodeId"];
        } & {
            [key: string]: unknown;
        };
        /** @description One thing that is wrong with a definition. */
        WorkflowFault: {
            /** @enum {string} */
            code: "malformed_definition" | "missing_start" | "several_starts" | "missing_finish" | "invalid_node_id" | "duplicate_node_id" | "unknown_type" | "missing_field" | "invalid_field" | "unknown_edge_source" | "unknown_edge_target" | "cycle" | "invalid_loop" | "invalid_reference" | "unknown_reference" | "reference_before_run" | "unknown_output_field" | "unreachable_node" | "too_many_nodes" | "definition_too_large" | "not_configured";
            /** @description What is wrong and how to mend it, a sentence for a person. */
            message: string;
            /** @description The node that it concerns; null when it is the graph as a whole. */
            nodeId: string | null;
        };
        WorkflowFromTemplate: {
            /** @description Not blank. Without it, the template's own. */
            name?: string;
            /** @description One that `GET /workflow-templates` lists. */
            templateId: string;
        };
        /** @description A definition whose nodes are all of known types and complete. */
        WorkflowGraph: {
            edges: components["schemas"]["WorkflowEdge"][];
            nodes: components["schemas"]["WorkflowNode"][];
        } & {
            [key: string]: unknown;
        };
        WorkflowInput: {
            definition: components["schemas"]["WorkflowDefinition"];
            /** @default  */
            description: string;
            /** @description Not blank. */
            name: string;
        };
        /** @description A step of a workflow. Its data may hold more than is told here; it is kept. */
        WorkflowNode: components["schemas"]["StartNode"] | components["schemas"]["FinishNode"] | components["schemas"]["TextGenerationNode"] | components["schemas"]["ImageGenerationNode"] | components["schemas"]["ContextRetrievalNode"] | components["schemas"]["WebSearchNode"] | components["schemas"]["ConditionalNode"] | components["schemas"]["LoopNode"] | components["schemas"]["AttachNode"] | components["schemas"]["ReviewNode"] | components["schemas"]["ParallelNode"];
        WorkflowPage: {
            items: components["schemas"]["Workflow"][];
            nextCursor: components["schemas"]["NextCursor"];
        };
        WorkflowProblem: components["schemas"]["Problem"] & {
            /** @constant */
            code?: "workflow_invalid";
            errors: components["schemas"]["WorkflowFault"][];
        };
        WorkflowTemplate: {
            definition: components["schemas"]["WorkflowDefinition"];
            description: string;
            id: string;
            name: string;
        };
        WorkflowTemplatePage: {
            items: components["schemas"]["WorkflowTemplate"][];
            /** @description All of them are on one page. */
            nextCursor: null;
        };
        WorkflowValidation: {
            definition: components["schemas"]["WorkflowDefinition"];
        };
    };
    responses: {
        /** @description It is gone. */
        Deleted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The document. */
        DocumentShown: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Document"];
            };
        };
        /** @description `user_not_provisioned`: the token is valid, its user has no row here. `role_not_allowed`: the token is not one of a user. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "detail": "The token is not one of a user.",
                 *       "code": "role_not_allowed",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "user_not_provisioned" | "role_not_allowed";
                };
            };
        };
        /** @description Everything that users need works. */
        HealthyOrDegraded: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HealthReport"];
            };
        };
        /** @description `idempotency_key_reused`: the `Idempotency-Key` was used before for another request. */
        IdempotencyKeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "The Idempotency-Key was used before for another request.",
                 *       "code": "idempotency_key_reused",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "idempotency_key_reused";
                };
            };
        };
        /** @description `internal_error`: the fault is ours; tell us the `requestId`. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Server Error",
                 *       "status": 500,
                 *       "detail": "Something went wrong on our side. The requestId helps us to find out what.",
                 *       "code": "internal_error",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "internal_error";
                };
            };
        };
        /** @description `invalid_state`: what is asked for cannot be done in the state that it is in. */
        InvalidState: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "This cannot be done while it is completed.",
                 *       "code": "invalid_state",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "invalid_state";
                };
            };
        };
        /** @description `malformed_request`: not HTTP, not JSON, a field of the wrong type, an unknown field, a header that cannot be read. */
        MalformedRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "detail": "The field owner is unknown (line 1, column 14).",
                 *       "code": "malformed_request",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "malformed_request";
                };
            };
        };
        /** @description `malformed_request`, or `invalid_cursor`: a cursor that no list has given. */
        MalformedRequestOrCursor: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "detail": "The cursor is not one that a list has given as nextCursor.",
                 *       "code": "invalid_cursor",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "malformed_request" | "invalid_cursor";
                };
            };
        };
        /** @description `not_acceptable`: the `Accept` of the request excludes the type of the answer. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Acceptable",
                 *       "status": 406,
                 *       "detail": "The answer is application/json, which Accept excludes.",
                 *       "code": "not_acceptable",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "not_acceptable";
                };
            };
        };
        /** @description `not_found`: it does not exist, or belongs to somebody else. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "detail": "There is nothing at this address.",
                 *       "code": "not_found",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "not_found";
                };
            };
        };
        /** @description The client has this version already. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `precondition_failed`: `If-Match` does not name the current version. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Precondition Failed",
                 *       "status": 412,
                 *       "detail": "If-Match does not name the current ETag, \"4\".",
                 *       "code": "precondition_failed",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "precondition_failed";
                };
            };
        };
        /** @description The project. */
        ProjectShown: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Project"];
            };
        };
        /** @description The run as it is now. */
        SteeredRun: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Run"];
            };
        };
        /** @description `too_large`: the body, the headers or the address. */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Payload Too Large",
                 *       "status": 413,
                 *       "detail": "The body is larger than the limit of 5242880 bytes.",
                 *       "code": "too_large",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "too_large";
                };
            };
        };
        /** @description `malformed_request`: the body came too slowly. */
        TooSlow: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Request Timeout",
                 *       "status": 408,
                 *       "detail": "The body comes too slowly.",
                 *       "code": "malformed_request",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "malformed_request";
                };
            };
        };
        /** @description `missing_token`, `invalid_token` or `expired_token`. An expired one is renewed with supabase-js and the request sent again. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "The token has expired.",
                 *       "code": "expired_token",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "missing_token" | "invalid_token" | "expired_token";
                };
            };
        };
        /** @description `database_unavailable`, `storage_unavailable` or `queue_unavailable`; `upstream_failed` when the server is about to stop. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "detail": "The database is not available.",
                 *       "code": "database_unavailable",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "database_unavailable" | "storage_unavailable" | "queue_unavailable" | "upstream_failed";
                };
            };
        };
        /** @description Something that users need does not work; or the server is about to stop, which is a problem. */
        Unhealthy: {
            headers: {
                /** @description After how many seconds it is worth trying again, when the server is about to stop. */
                "Retry-After"?: string;
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HealthReport"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type`: the body is of another type than documented, or encoded. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "detail": "The body must be application/json in UTF-8, not encoded.",
                 *       "code": "unsupported_media_type",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "unsupported_media_type";
                };
            };
        };
        /** @description `upstream_failed`: a service that we depend on did not do its part. */
        UpstreamFailed: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad Gateway",
                 *       "status": 502,
                 *       "detail": "The sign-in service is not available.",
                 *       "code": "upstream_failed",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "upstream_failed";
                };
            };
        };
        /** @description `upstream_timeout`: a service that we depend on took too long. */
        UpstreamTimeout: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Gateway Timeout",
                 *       "status": 504,
                 *       "detail": "The file storage took too long to answer.",
                 *       "code": "upstream_timeout",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "upstream_timeout";
                };
            };
        };
        /** @description The user who asks. */
        UserShown: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        /** @description `validation_failed`: rules are broken; `errors` lists all of them at once. */
        ValidationFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Unprocessable Entity",
                 *       "status": 422,
                 *       "detail": "The request breaks the rules listed in errors.",
                 *       "code": "validation_failed",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55",
                 *       "errors": [
                 *         {
                 *           "field": "name",
                 *           "message": "must not be blank"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description `version_conflict`: others were changing it at the same time; try again. */
        VersionConflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "Others were changing it at the same time. Try again.",
                 *       "code": "version_conflict",
                 *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    code?: "version_conflict";
                };
            };
        };
        /** @description The workflow. */
        WorkflowShown: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Workflow"];
            };
        };
    };
    parameters: {
        /**
         * @description In which language a template is described, `en` or `pt-BR` (any Portuguese counts); English without it.
         * @example pt-BR
         */
        "Accept-Language": string;
        /** @description The `nextCursor` of the page before; nothing for the first page. */
        Cursor: string;
        /**
         * @description A UUID. One that nothing has, or something of somebody else, is 404.
         * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
         */
        Id: components["schemas"]["Id"];
        /**
         * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
         *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
         * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
         */
        "Idempotency-Key": string;
        /**
         * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
         * @example "3"
         */
        "If-Match": string;
        /**
         * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
         * @example "3"
         */
        "If-None-Match": string;
        /** @description The most items wanted. */
        Limit: number;
    };
    requestBodies: {
        Workflow: {
            content: {
                /**
                 * @example {
                 *       "name": "Announcement",
                 *       "definition": {
                 *         "nodes": [
                 *           {
                 *             "id": "begin",
                 *             "type": "start",
                 *             "position": {
                 *               "x": 0,
                 *               "y": 0
                 *             },
                 *             "data": {
                 *               "label": "Begin",
                 *               "inputVariables": [
                 *                 {
                 *                   "name": "topic",
                 *                   "type": "text",
                 *                   "required": true
                 *                 }
                 *               ]
                 *             }
                 *           },
                 *           {
                 *             "id": "write",
                 *             "type": "text_generation",
                 *             "position": {
                 *               "x": 200,
                 *               "y": 0
                 *             },
                 *             "data": {
                 *               "label": "Write",
                 *               "prompt": "About {topic}"
                 *             }
                 *           },
                 *           {
                 *             "id": "end",
                 *             "type": "finish",
                 *             "position": {
                 *               "x": 400,
                 *               "y": 0
                 *             },
                 *             "data": {
                 *               "label": "End",
                 *               "saveToProject": false
                 *             }
                 *           }
                 *         ],
                 *         "edges": [
                 *           {
                 *             "id": "e1",
                 *             "source": "begin",
                 *             "target": "write"
                 *           },
                 *           {
                 *             "id": "e2",
                 *             "source": "write",
                 *             "target": "end"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WorkflowInput"];
            };
        };
    };
    headers: {
        /** @description That ranges can be asked for. */
        "Accept-Ranges": "bytes";
        /** @description To be saved, and under which name; never to be shown. */
        "Content-Disposition": string;
        /** @description The language of names and descriptions. */
        "Content-Language": "en" | "pt-BR";
        /** @description The version that is shown. */
        ETag: string;
        /** @description The path of what was made or started. */
        Location: string;
        /** @description After how many seconds it is worth trying again. */
        "Retry-After": string;
        /** @description That the answer depends on `Accept-Language`. */
        Vary: string;
        /** @description What is wrong with the token (RFC 6750). */
        "WWW-Authenticate": string;
        /** @description Names this request in our log. */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DocumentShown"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    updateDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "We launch in April.",
                 *       "status": "done"
                 *     }
                 */
                "application/json": components["schemas"]["DocumentChange"];
            };
        };
        responses: {
            200: components["responses"]["DocumentShown"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; its ETag is the digest of its bytes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    completeDirectUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            /** @description `upload_incomplete`: not all of it has arrived; send it, then try again. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "The 5 bytes of the file have not arrived at its address yet. Send them, then try again.",
                     *       "code": "upload_incomplete",
                     *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        code?: "upload_incomplete";
                    };
                };
            };
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description The ETag of the file that was begun; when it is another one by now, all of it is given. */
                "If-Range"?: string;
                /**
                 * @description One range of bytes (RFC 9110, section 14). Several, or another unit, give the whole file.
                 * @example bytes=0-1023
                 */
                Range?: string;
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it, in the type that it was uploaded with. */
            200: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The range that was asked for. */
            206: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    /** @description Which bytes these are, and of how many. */
                    "Content-Range": string;
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The client has it already. */
            304: {
                headers: {
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["TooLarge"];
            /** @description `range_not_satisfiable`: the file has no bytes there. */
            416: {
                headers: {
                    /** @description How many bytes it has. */
                    "Content-Range": string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Range Not Satisfiable",
                     *       "status": 416,
                     *       "detail": "The file has no bytes in this range.",
                     *       "code": "range_not_satisfiable",
                     *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        code?: "range_not_satisfiable";
                    };
                };
            };
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getSignedUrl: {
        parameters: {
            query?: {
                /** @description For how many seconds. */
                expiresIn?: number;
            };
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. Whoever has it can read the file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedUrl"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the user's jobs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, cancelled. A worker that has it in hand notices within seconds. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["InvalidState"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserShown"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Ada Lovelace"
                 *     }
                 */
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: components["responses"]["UserShown"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /**
                 * @description The first day; when it is left out, the day that makes it 30 days in all.
                 * @example 2026-11-01
                 */
                from?: string;
                /**
                 * @description The last day; today when it is left out.
                 * @example 2026-11-30
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sums. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReport"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the projects of the user who asks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring campaign",
                 *       "description": "Cocoa and orange."
                 *     }
                 */
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description The new project. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProjectShown"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Cocoa, orange and tea."
                 *     }
                 */
                "application/json": components["schemas"]["ProjectChange"];
            };
        };
        responses: {
            200: components["responses"]["ProjectShown"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    askProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "question": "When do we launch?"
                 *     }
                 */
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Of a stream; tells proxies to pass events on at once. */
                    "X-Accel-Buffering"?: "no";
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its documents. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    createDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Brief",
                 *       "content": "We launch in March.",
                 *       "mediaType": "markdown"
                 *     }
                 */
                "application/json": components["schemas"]["NewDocument"];
            };
        };
        responses: {
            /** @description The new document. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DocumentForm"];
            };
        };
        responses: {
            /** @description The new document. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its files. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description The file, stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    beginDirectUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileName": "film.mp4",
                 *       "contentType": "video/mp4",
                 *       "size": 5
                 *     }
                 */
                "application/json": components["schemas"]["DirectUploadRequest"];
            };
        };
        responses: {
            /** @description Where to send it. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectUpload"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    searchProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "query": "When do we launch?",
                 *       "limit": 5,
                 *       "mode": "hybrid"
                 *     }
                 */
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description What fits best, the best first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passages"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listWorkflows: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its workflows. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowPage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    createWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Workflow"];
        responses: {
            /** @description The new workflow. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    createWorkflowFromTemplate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description In which language a template is described, `en` or `pt-BR` (any Portuguese counts); English without it.
                 * @example pt-BR
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "templateId": "blog-article",
                 *       "name": "Articles of spring"
                 *     }
                 */
                "application/json": components["schemas"]["WorkflowFromTemplate"];
            };
        };
        responses: {
            /** @description The new workflow. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    followRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The number of the last event that the client has got.
                 * @example 7
                 */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    /** @description Tells proxies to pass events on at once. */
                    "X-Accel-Buffering"?: "no";
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 1
                     *     event: run.queued
                     *     data: {"runId":"0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e47","status":"pending","progress":0,"at":"2026-11-24T18:40:30.123456Z"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    pauseRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["SteeredRun"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["InvalidState"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "costLimitUsd": 1.5
                 *     }
                 */
                "application/json": components["schemas"]["ResumeRequest"];
            };
        };
        responses: {
            202: components["responses"]["SteeredRun"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["InvalidState"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["SteeredRun"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["InvalidState"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that have begun or are about to, in the order in which they came up; there is no second page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepList"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    reviewStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description The review node at which something waits. One to which the run has not come is 404.
                 * @example check
                 */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "approve",
                 *       "comment": "Well said."
                 *     }
                 */
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            202: components["responses"]["SteeredRun"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["InvalidState"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    stopRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["SteeredRun"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["InvalidState"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listWorkflowTemplates: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description In which language a template is described, `en` or `pt-BR` (any Portuguese counts); English without it.
                 * @example pt-BR
                 */
                "Accept-Language"?: components["parameters"]["Accept-Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates. */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    Vary: components["headers"]["Vary"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplatePage"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkflowShown"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    replaceWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Workflow"];
        responses: {
            200: components["responses"]["WorkflowShown"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    deleteWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that are to be changed, or `*`. Any other version is left alone, 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["VersionConflict"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; nothing for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The most items wanted. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            400: components["responses"]["MalformedRequestOrCursor"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that the client makes up, not blank. For 24 hours the same request with the same key is done once and
                 *     answered the same; another request with the same key is 409 `idempotency_key_reused`. Keys are each user's own.
                 * @example 6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /**
                 * @description A UUID. One that nothing has, or something of somebody else, is 404.
                 * @example 0198a3c2-7d10-7c4e-9d0b-5b0f3c1a2e44
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "topic": "tea"
                 *       },
                 *       "costLimitUsd": 0.5
                 *     }
                 */
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            /** @description The run, which a worker will take up. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["IdempotencyKeyReused"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `validation_failed`: inputs are missing, unknown or of the wrong type, or the limit is not above 0.
             *     `workflow_invalid`: the workflow cannot run; `errors` lists its faults.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Unprocessable Entity",
                     *       "status": 422,
                     *       "detail": "The workflow has the faults listed in errors.",
                     *       "code": "workflow_invalid",
                     *       "requestId": "6f1c5c0e-0b0e-4f0e-8a43-0a6a6d3b8c55",
                     *       "errors": [
                     *         {
                     *           "nodeId": "write",
                     *           "code": "missing_field",
                     *           "message": "prompt is required"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ValidationProblem"] | components["schemas"]["WorkflowProblem"];
                };
            };
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    validateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "definition": {
                 *         "nodes": [
                 *           {
                 *             "id": "begin",
                 *             "type": "start",
                 *             "data": {
                 *               "label": "Begin"
                 *             }
                 *           },
                 *           {
                 *             "id": "end",
                 *             "type": "finish",
                 *             "data": {
                 *               "label": "End"
                 *             }
                 *           }
                 *         ],
                 *         "edges": [
                 *           {
                 *             "id": "e1",
                 *             "source": "begin",
                 *             "target": "end"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WorkflowValidation"];
            };
        };
        responses: {
            /** @description What was found; also when the definition is invalid. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCheck"];
                };
            };
            400: components["responses"]["MalformedRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ValidationFailed"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamFailed"];
            503: components["responses"]["Unavailable"];
            504: components["responses"]["UpstreamTimeout"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; it loads nothing from other hosts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDocsFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                file: "page.js" | "swagger-ui-bundle.js" | "swagger-ui.css" | "favicon-32x32.png";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HealthyOrDegraded"];
            400: components["responses"]["MalformedRequest"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unhealthy"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "healthy";
                    };
                };
            };
            400: components["responses"]["MalformedRequest"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HealthyOrDegraded"];
            400: components["responses"]["MalformedRequest"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unhealthy"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus, version 0.0.4. They name no user, and nothing of anybody's. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["MalformedRequest"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags of the versions that the client has. When the current one is among them the answer is 304.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["MalformedRequest"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["TooLarge"];
            431: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
