package dev.atelier.adapter.http;

/** Workflows to try. */
final class Definitions {

    static final String ONE_TEXT = """
            {"nodes":[
              {"id":"begin","type":"start","data":{"label":"Begin","inputVariables":[{"name":"topic","type":"text","required":true}]}},
              {"id":"write","type":"text_generation","data":{"label":"Write","prompt":"About {topic}"}},
              {"id":"end","type":"finish","data":{"label":"End","saveToProject":false}}],
             "edges":[{"id":"e1","source":"begin","target":"write"},{"id":"e2","source":"write","target":"end"}]}
            """;

    static final String ONE_REVIEW = """
            {"nodes":[
              {"id":"begin","type":"start","data":{"label":"Begin","inputVariables":[{"name":"topic","type":"text","required":true}]}},
              {"id":"write","type":"text_generation","data":{"label":"Write","prompt":"About {topic}"}},
              {"id":"check","type":"review","data":{"label":"Check","content_ref":"{{write.content}}"}},
              {"id":"end","type":"finish","data":{"label":"End","saveToProject":false}}],
             "edges":[{"id":"e1","source":"begin","target":"write"},{"id":"e2","source":"write","target":"check"},
               {"id":"e3","source":"check","target":"end"}]}
            """;

    static final String WITHOUT_FINISH = """
            {"nodes":[
              {"id":"begin","type":"start","data":{"label":"Begin"}},
              {"id":"write","type":"text_generation","data":{"label":"Write"}}],
             "edges":[{"id":"e1","source":"begin","target":"write"}]}
            """;

    private Definitions() {}
}
