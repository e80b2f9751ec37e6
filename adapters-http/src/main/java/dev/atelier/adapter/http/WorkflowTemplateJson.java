package dev.atelier.adapter.http;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowTemplate;

record WorkflowTemplateJson(String id, String name, String description, ObjectValue definition) {

    static WorkflowTemplateJson of(WorkflowTemplate template, WorkflowTemplate.Language language) {
        var about = template.in(language);
        return new WorkflowTemplateJson(template.id(), about.name(), about.description(), template.definition());
    }
}
