package dev.atelier.adapter.redis;

import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.run.RunEventFeed.MoreEvents;
import dev.atelier.port.out.run.RunEventFeed.Notice;
import dev.atelier.port.out.run.RunEventFeed.Token;

/** Notices as messages: {@code E} for more events, {@code T iteration node text} for a piece of text. */
final class NoticeText {

    private static final String EVENTS = "E";
    private static final String TOKEN = "T";

    private NoticeText() {}

    static String write(Notice notice) {
        return switch (notice) {
            case MoreEvents ignored -> EVENTS;
            case Token token -> "%s %d %s %s".formatted(TOKEN, token.iteration(), token.node(), token.text());
        };
    }

    /** What cannot be read, perhaps written by a later version, is understood as "look what there is". */
    static Notice read(String message) {
        var parts = message.split(" ", 4);
        if (parts.length == 4 && parts[0].equals(TOKEN) && parts[1].matches("\\d{1,9}") && NodeId.isLegal(parts[2])) {
            return new Token(new NodeId(parts[2]), Integer.parseInt(parts[1]), parts[3]);
        }
        return new MoreEvents();
    }
}
