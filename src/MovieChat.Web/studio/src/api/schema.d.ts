// Written by describe.mjs from /openapi/v1.json.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Scenes in a row without the protagonist. */
        AbsenceInsight: {
            /** @description The protagonist's id. */
            character: string;
            /**
             * Format: int32
             * @description The number of the first of them.
             */
            from: number;
            /** Format: int32 */
            to: number;
            /** Format: int32 */
            scenes: number;
            /**
             * Format: double
             * @description Of those that are written.
             */
            pages: number;
        };
        /** @description One act: its scenes by their positions. */
        ActInsight: {
            /** Format: int32 */
            act: number;
            /**
             * Format: double
             * @description Where it begins, as a fraction of the film.
             */
            from: number;
            /** Format: double */
            to: number;
            /** Format: int32 */
            scenes: number;
            /**
             * Format: double
             * @description Of those of its scenes that are written.
             */
            pages: number;
        };
        AllowanceItem: {
            /** Format: int64 */
            limit: number;
            /** Format: int64 */
            spent: number;
        };
        /** @description What was asked of the author of a draft. */
        AskedItem: {
            /** @description `write` for a first draft; else the writer's verb. */
            verb: components["schemas"]["Verb"];
            /**
             * Format: int32
             * @description The draft to start from.
             */
            draft?: null | number;
            /** Format: int32 */
            option?: null | number;
            notes?: null | string;
            passage?: null | string;
            part?: null | string;
            /** Format: int32 */
            count?: null | number;
        };
        /** @description Who you are on another surface. */
        BindingItem: {
            id: string;
            /** @description `slack` or `teams`. */
            surface: string;
            /** @description The team or tenant. */
            realm: string;
            /** @description What you are called there. */
            name: string;
            writer: string;
            /** Format: date-time */
            boundAt: string;
        };
        BindingRequest: {
            /** @description The link that you were shown on the other surface, or what stands after its `/bind/`. */
            link: string;
        };
        BranchItem: {
            chat: string;
            /**
             * Format: int64
             * @description The sequence of the last message in common.
             */
            message: number;
        };
        BranchRequest: {
            /**
             * Format: int64
             * @description The sequence of the message that is to be the last in common.
             */
            message: number;
            /** @description Of the new chat, 1 to 120 characters; left out, it is made from the old one's. */
            title?: null | string;
        };
        BudgetItem: {
            tokens: components["schemas"]["AllowanceItem"];
            pictures: components["schemas"]["AllowanceItem"];
            /** @description What is still to be drafted will cost, as far as its documents are known. Shots tell of the frames to come once they are approved. */
            ahead: components["schemas"]["CostItem"];
        };
        /** @description New limits; what is left out stays. */
        BudgetRequest: {
            /**
             * Format: int64
             * @description Model tokens that the project may spend in all.
             */
            tokens?: null | number;
            /**
             * Format: int64
             * @description Pictures that it may have rendered in all.
             */
            pictures?: null | number;
        };
        /** @enum {unknown} */
        ChangeKind: "added" | "changed" | "removed";
        /** @description What is to change; what is left out stays. */
        ChatChange: {
            /** @description 1 to 120 characters. */
            title?: null | string;
            /** @description The id of a document; an empty text for the whole film. */
            focus?: null | string;
        };
        /** @description One line of a project's list of chats. */
        ChatItem: {
            id: string;
            /** @description Empty until you give one or the companion proposes one. */
            title: string;
            focus?: null | string;
            /**
             * Format: int64
             * @description How many messages were said, by both.
             */
            messages: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        ChatRequest: {
            /** @description 1 to 120 characters; left out for the companion to propose one after the first exchange. */
            title?: null | string;
            /** @description The id of the document that the chat is about; left out for the whole film. */
            focus?: null | string;
        };
        ChatTurnItem: {
            /** @description The chat's id. */
            chat: string;
            /** @description The id of the turn in it. */
            turn: string;
        };
        /** @description One chat. */
        ChatView: {
            id: string;
            title: string;
            focus?: null | string;
            /** Format: int64 */
            messages: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description What the companion remembers of older exchanges, in its words. */
            summary?: null | string;
            /** @description The ids of the turns that have no answer yet, in the order in which they will be answered. */
            turns: string[];
            branchedFrom?: null | components["schemas"]["BranchItem"];
        };
        /** @description What something will cost, by what it cost before or what it usually does. */
        CostItem: {
            /** Format: int64 */
            tokens: number;
            /** Format: int32 */
            pictures: number;
        };
        /** @description A decision as a front-end sends it. */
        DecisionRequest: {
            /** @description approve, revise, edit, options, stuck, skip, reopen, restore, keep, redraft or intentional. */
            verb: string;
            /**
             * Format: int32
             * @description The number of the draft that the writer saw; of `restore`, the older draft. May be missing while there is no draft.
             */
            draft?: null | number;
            /** Format: int32 */
            option?: null | number;
            /** @description What to change (revise), what hurts (stuck), the reason (skip), a wish (options, redraft). */
            notes?: null | string;
            /** @description With revise: the words that alone may change. They stand in the option exactly once. */
            passage?: null | string;
            /** @description With revise: the part that alone may change, by property, id, name or number. */
            part?: null | string;
            content?: null | components["schemas"]["JsonElement"];
            /**
             * Format: int32
             * @description With options: how many more.
             */
            count?: null | number;
            /** @description With intentional: the id of the note that points out what is meant so. */
            noteId?: null | string;
            /** @description With intentional: false takes the mark back. */
            intentional?: null | boolean;
            ifStatus?: null | components["schemas"]["DocumentStatus"];
        };
        /**
         * @description What of a text stays, comes or goes.
         * @enum {unknown}
         */
        DifferenceOp: "same" | "added" | "removed" | "changed";
        /** @description Where one document of the film stands. */
        DocumentItem: {
            id: string;
            status: components["schemas"]["DocumentStatus"];
            /**
             * Format: int32
             * @description The number of the draft before the writer; null while there is none.
             */
            draft: null | number;
            approved: null | components["schemas"]["DraftRefItem"];
            /** @description The documents that must be approved before this one is drafted. */
            needs: string[];
            cost?: null | components["schemas"]["CostItem"];
            /** @description Of a stale document: what it was made from and is no longer approved. */
            staleBecause?: null | components["schemas"]["StaleItem"][];
            redo?: null | components["schemas"]["RedoItem"];
            /** @description What the draft's author was shown besides and has changed since. */
            hints?: null | string[];
            failure?: null | components["schemas"]["FailureItem"];
            /** @description The writer's reason for doing without it, or without what it depends on. */
            skipped?: null | string;
        };
        /**
         * @description How a document stands, as the writer is told.
         * @enum {unknown}
         */
        DocumentStatus: "waiting" | "drafting" | "awaitingApproval" | "approved" | "stale" | "failed" | "skipped";
        /** @description One document with the draft before the writer. */
        DocumentView: {
            id: string;
            status: components["schemas"]["DocumentStatus"];
            draft: null | components["schemas"]["DraftItem"];
            approved: null | components["schemas"]["DraftRefItem"];
            needs: string[];
            /** @description The drafted documents that a change of this one will turn stale. */
            ifChanged: string[];
            ifChangedCost?: null | components["schemas"]["CostItem"];
            ifAsked?: null | components["schemas"]["IfAskedItem"];
            cost?: null | components["schemas"]["CostItem"];
            ifApproved?: null | components["schemas"]["IfApprovedItem"];
            staleBecause?: null | components["schemas"]["StaleItem"][];
            redo?: null | components["schemas"]["RedoItem"];
            hints?: null | string[];
            failure?: null | components["schemas"]["FailureItem"];
            skipped?: null | string;
            tips?: null | components["schemas"]["TipsItem"];
            /** @description Tips are asked for and not given yet. */
            tipsPending?: null | boolean;
            tipsFailure?: null | components["schemas"]["FailureItem"];
        };
        /** @description One draft of a document. */
        DraftItem: {
            /** Format: int32 */
            number: number;
            options: components["schemas"]["OptionItem"][];
            /** @description `writer` or `model`. */
            by: string;
            /** @description The writer's id, when a writer wrote it. */
            author?: null | string;
            /** @description The model's name; null when a writer wrote it. */
            model: null | string;
            /** @description The approved drafts that it was made from, by document. */
            madeFrom: {
                [key: string]: components["schemas"]["DraftRefItem"];
            };
            /** @description What there is to tell about it: the model's remarks, and what an editor would point out beside the film as it is approved now. */
            notes: components["schemas"]["NoteItem"][];
            /** Format: date-time */
            at: string;
            asked?: null | components["schemas"]["AskedItem"];
            /**
             * Format: double
             * @description How long the model took, in seconds, repairs included.
             */
            latency?: null | number;
            /**
             * Format: int64
             * @description What it cost, in model tokens, in and out together; null for pictures.
             */
            tokens?: null | number;
            /**
             * Format: int32
             * @description What it cost in pictures; null for words.
             */
            pictures?: null | number;
            proposedIn?: null | components["schemas"]["ChatTurnItem"];
        };
        /** @description One option of one draft. */
        DraftRefItem: {
            /** Format: int32 */
            draft: number;
            /** Format: int32 */
            option: number;
        };
        ElementChangeItem: {
            /** @description `same`, `added`, `removed`, or `changed`. */
            op: components["schemas"]["DifferenceOp"];
            /** @description action, character, parenthetical, dialogue or transition; missing for elements that stay. */
            type?: null | string;
            /**
             * Format: int32
             * @description How many elements stay; missing for one that does not.
             */
            count?: null | number;
            /** @description The text in pieces that stay, come and go. */
            words?: null | components["schemas"]["WordChangeItem"][];
        };
        EvidenceItem: {
            /** @description The id of the document that says so. */
            document: string;
            /** @description Its words; a long text is cut. */
            quote: string;
        };
        /** @description Something that you stated about the film. */
        FactItem: {
            id: string;
            text: string;
            /** @description The ids of the characters or documents that it is about; empty for the whole film. */
            about: string[];
            from?: null | components["schemas"]["ChatTurnItem"];
        };
        FactRequest: {
            /** @description In a sentence, 1 to 500 characters. */
            text: string;
            /** @description The ids of the characters or documents that it is about; left out for the whole film. */
            about?: null | string[];
        };
        /** @description Why something could not be written, and what to do. */
        FailureItem: {
            kind: string;
            message: string;
            remedy: string;
        };
        /** @description A film in figures, from whatever of it there is: what is not there yet is empty or null, never an error. All of it is a diagnostic, never a law. */
        FilmInsights: {
            length: components["schemas"]["LengthInsight"];
            /** @description In the order of the film. */
            scenes: components["schemas"]["SceneInsight"][];
            /** @description The cast in its order, then whoever else speaks. */
            people: components["schemas"]["PersonInsight"][];
            /** @description Who is in a scene with whom, each two once, most scenes first. */
            meetings: components["schemas"]["MeetingInsight"][];
            tension: components["schemas"]["TensionInsight"];
            /** @description How many scenes play where and when; only what there is, interiors by day first. */
            light: components["schemas"]["LightInsight"][];
            /** @description Most scenes first. */
            purposes: components["schemas"]["PurposeInsight"][];
            /** @description Three; empty without scenes. */
            acts: components["schemas"]["ActInsight"][];
            absence?: null | components["schemas"]["AbsenceInsight"];
        };
        ForkItem: {
            project: string;
            /**
             * Format: int64
             * @description The last event that the two projects share.
             */
            sequence: number;
        };
        ForkRequest: {
            /** @description Of the copy, 1 to 200 characters. */
            title: string;
        };
        Health: {
            /** @description `ok`. */
            status: string;
        };
        /** @description What approving a draft leads to. */
        IfApprovedItem: {
            /** @description The documents that will be drafted. */
            drafts: string[];
            /** Format: int64 */
            tokens: number;
            /** Format: int32 */
            pictures: number;
        };
        /** @description What it will cost to ask for something about a document, by what it cost before or what it usually does. */
        IfAskedItem: {
            /** @description A revision of one option. */
            revise: components["schemas"]["CostItem"];
            /** @description One more option, two more, and so on: as many as can be asked for at once. */
            options: components["schemas"]["CostItem"][];
            /** @description Tips and ways forward. */
            stuck: components["schemas"]["CostItem"];
            /** @description A new draft. */
            redraft: components["schemas"]["CostItem"];
        };
        /** @description What would become of one document. */
        ImportChangeItem: {
            /** @description Its id, by which a decision may name it. */
            document: string;
            change: components["schemas"]["ChangeKind"];
            /** @description Of a dialogue: its scene's heading. */
            heading?: null | string;
            /** @description The changes without which this one can not be taken. */
            needs?: null | string[];
            /** @description Why it can not be taken; missing when it can. */
            faults?: null | components["schemas"]["ImportFaultItem"][];
            /** @description Of a dialogue that is there and changes: what becomes of its elements. */
            elements?: null | components["schemas"]["ElementChangeItem"][];
            /** @description Of the list of scenes: what becomes of each scene that does not stay as it is. */
            scenes?: null | components["schemas"]["SceneChangeItem"][];
            /** @description Of the cast: who is new. */
            people?: null | components["schemas"]["NewPersonItem"][];
        };
        ImportCounts: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            removed: number;
            /** Format: int32 */
            same: number;
        };
        /** @description A decision on an import as a front-end sends it. */
        ImportDecision: {
            /** @description `approve`. */
            verb: string;
            /**
             * Format: int64
             * @description Of the project, as the difference told it.
             */
            revision: number;
            /** @description The documents to take of the changes; left out for all of them. */
            only?: null | string[];
        };
        ImportFaultItem: {
            /**
             * Format: int32
             * @description Of the script, from 1; missing when it is not one place.
             */
            line?: null | number;
            /** @description Of the scene that it is in. */
            heading?: null | string;
            /** @description In the document's content. */
            path: string;
            message: string;
        };
        /** @description One line of the list of imports. */
        ImportItem: {
            id: string;
            /** @description `fountain` or `fdx`. */
            format: string;
            /** @description From the script's title page; missing without one. */
            title?: null | string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            at: string;
            /**
             * Format: int64
             * @description Its length.
             */
            bytes: number;
        };
        ImportRemarkItem: {
            /**
             * Format: int32
             * @description Of the script, from 1.
             */
            line: number;
            text: string;
        };
        /** @description A script that you sent, and what it would change in the film as it is approved now. Nothing of it is part of the film before you decide. */
        ImportView: {
            id: string;
            format: string;
            title?: null | string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            bytes: number;
            /**
             * Format: int64
             * @description Of the project by which the difference was worked out: a decision on it names it.
             */
            revision: number;
            /** @description How many documents are added, changed, removed, and the same. */
            counts: components["schemas"]["ImportCounts"];
            /** @description Who speaks in it and is in no cast of the film: whom the changes name by these ids. */
            newSpeakers: components["schemas"]["NewSpeakerItem"][];
            /** @description The documents that it would change: the cast, the list of scenes, then the dialogues in the script's order. */
            changes: components["schemas"]["ImportChangeItem"][];
            /** @description What of the file was left out, or taken otherwise than it stands. */
            remarks: components["schemas"]["ImportRemarkItem"][];
            /** @description Whether differences were too long to be told whole. */
            isCut: boolean;
        };
        /** @description One line of a project's journal: who did what, when. */
        JournalItem: {
            /**
             * Format: int64
             * @description From 1, without gaps.
             */
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @description The writer's id, `service`, or `companion` for what was proposed in a chat. */
            by: string;
            /** @description What made it: the decision's id, or the order's (`synopsis@3`). Lines of one cause happened at once. */
            cause: string;
            /** @description What happened, such as `draftReceived`. */
            type: string;
            document?: null | string;
            /**
             * Format: int32
             * @description The number of the draft, or of the round of tips.
             */
            draft?: null | number;
            /** Format: int32 */
            option?: null | number;
            /** @description The numbers of the draft's options. */
            options?: null | number[];
            /** @description Who wrote the draft: `writer` or `model`. */
            writtenBy?: null | string;
            /** @description The model's name. */
            model?: null | string;
            verb?: null | components["schemas"]["Verb"];
            notes?: null | string;
            passage?: null | string;
            part?: null | string;
            /** Format: int32 */
            count?: null | number;
            /** @description Why a document was skipped. */
            reason?: null | string;
            /** @description Why a document turned stale. */
            because?: null | components["schemas"]["StaleItem"][];
            failure?: null | components["schemas"]["FailureItem"];
            /**
             * Format: int64
             * @description What it cost in model tokens.
             */
            tokens?: null | number;
            budget?: null | components["schemas"]["LimitItem"];
            /** @description The project's title. */
            title?: null | string;
            /** @description The import whose script became part of the film. */
            import?: null | string;
            /** @description The documents that the writer brought, or that a script changed. */
            documents?: null | string[];
            /**
             * Format: int32
             * @description The number of the reminder, from 1 for every waiting anew.
             */
            reminder?: null | number;
            /**
             * Format: date-time
             * @description When the project began to wait for the writer.
             */
            waitingSince?: null | string;
            /** @description The documents that the writer is reminded of. */
            awaiting?: null | string[];
            /** @description The id of the note that was marked. */
            note?: null | string;
            /** @description Whether what the note points out is meant so. */
            intentional?: null | boolean;
            /** @description The chat in which it happened, or that it was paid for. */
            chat?: null | string;
            /** @description The turn of the chat. */
            turn?: null | string;
            /** @description The id of something that the writer stated. */
            fact?: null | string;
            /** @description What the writer stated. */
            text?: null | string;
            titlePage?: null | components["schemas"]["TitlePageItem"];
            source?: null | components["schemas"]["ForkItem"];
        };
        JsonElement: unknown;
        /** @description A key, without the key itself. */
        KeyItem: {
            id: string;
            writer: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            revokedAt?: null | string;
        };
        KeyRequest: {
            /** @description The writer's id: 1 to 64 letters, digits, dashes and underscores. */
            writer: string;
            /** @description What you call the key, 1 to 100 characters. */
            name: string;
        };
        /** @description How long the film is, in minutes. */
        LengthInsight: {
            /**
             * Format: int32
             * @description What the brief asks for; null without a brief.
             */
            wanted?: null | number;
            /**
             * Format: double
             * @description Of the scenes that are written: a page is about a minute.
             */
            pages: number;
            /**
             * Format: double
             * @description Of the scenes that have shots; null when none has.
             */
            shotMinutes?: null | number;
            /**
             * Format: int32
             * @description All scenes of the list. They are the key scenes: a film may have more between them.
             */
            scenes: number;
            /**
             * Format: int32
             * @description Those that have dialogue.
             */
            written: number;
        };
        /** @description How many scenes play there and then. */
        LightInsight: {
            setting: string;
            light: string;
            /** Format: int32 */
            scenes: number;
            /**
             * Format: double
             * @description Of those that are written.
             */
            pages: number;
        };
        LimitItem: {
            /** Format: int64 */
            tokens: number;
            /** Format: int64 */
            pictures: number;
        };
        /** @description A link by which whoever has it may decide on one draft, once. */
        LinkItem: {
            id: string;
            /** @description Null while the service does not know where it is reached: see the setting `MovieChat__PublicUrl`. */
            url: null | string;
            name: string;
            document: string;
            /** Format: int32 */
            draft: number;
            /** @description How the document stood: `awaitingApproval`, `stale` or `failed`. */
            status: components["schemas"]["DocumentStatus"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description Whether it shows the draft and takes no answer, as the links in conversations do. */
            forReading: boolean;
            /** @description Whether something was decided by it. */
            used: boolean;
            /** Format: date-time */
            revokedAt?: null | string;
        };
        LinkRequest: {
            /** @description What you call the link, such as whom you send it to: 1 to 100 characters. */
            name?: null | string;
            /**
             * Format: int32
             * @description How long it may be used, 1 to 2,160. Left out: 336, two weeks.
             */
            hours?: null | number;
        };
        /** @description Two people who are in scenes together. */
        MeetingInsight: {
            /** @description The id of the one who stands first in the film's scenes. */
            one: string;
            other: string;
            /** Format: int32 */
            scenes: number;
            /**
             * Format: int32
             * @description The number of the first scene that they share.
             */
            first: number;
        };
        /** @description One message of a chat. */
        MessageItem: {
            /**
             * Format: int64
             * @description Its place in the transcript: it grows, with gaps.
             */
            sequence: number;
            /** @description The turn that it belongs to: a message of yours, and its answer. */
            turn: string;
            /** @description `writer` or `companion`. */
            by: string;
            /** Format: date-time */
            at: string;
            text: string;
            end?: null | components["schemas"]["TurnEnd"];
            failure?: null | components["schemas"]["FailureItem"];
            /** @description What the companion put before you. Nothing of it is decided. */
            proposals?: null | components["schemas"]["ProposalItem"][];
            model?: null | string;
            /**
             * Format: int64
             * @description What the answer cost, in model tokens, in and out together.
             */
            tokens?: null | number;
        };
        MessageRequest: {
            /** @description What you say, 1 to 16,000 characters. */
            text: string;
        };
        /** @description A new key, shown this once. */
        NewKey: {
            id: string;
            writer: string;
            name: string;
            /** @description What the writer sends: `Authorization: Bearer mc_…` */
            key: string;
            /** Format: date-time */
            createdAt: string;
        };
        NewPersonItem: {
            id: string;
            name: string;
            /** @description What the script says of them. */
            oneLine: string;
        };
        NewSpeakerItem: {
            id: string;
            name: string;
        };
        /** @description Something to tell about a draft. It is never in the way of a decision. */
        NoteItem: {
            /**
             * @description `remark` for what the model says of it; `continuity`, `knowledge`, `setUp`, `want`, `turn`, `formula` or
             *         `screen` for what an editor would point out.
             */
            kind: string;
            text: string;
            /** @description By which the decision `intentional` names it; the same in later drafts. A remark has none. */
            id?: null | string;
            /**
             * Format: int32
             * @description The number of the option that it is on.
             */
            option?: null | number;
            /** @description Where it is seen, the draft itself first. */
            evidence?: null | components["schemas"]["EvidenceItem"][];
            /** @description Whether the writer said that it is meant so. */
            intentional?: null | boolean;
        };
        OptionItem: {
            /** Format: int32 */
            number: number;
            /** @description The document, in the form of its kind. */
            content: components["schemas"]["RawJson"];
        };
        /** @description A part of a list. */
        PageOfBindingItem: {
            items: components["schemas"]["BindingItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfChatItem: {
            items: components["schemas"]["ChatItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfDraftItem: {
            items: components["schemas"]["DraftItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfFactItem: {
            items: components["schemas"]["FactItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfImportItem: {
            items: components["schemas"]["ImportItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfJournalItem: {
            items: components["schemas"]["JournalItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfKeyItem: {
            items: components["schemas"]["KeyItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfLinkItem: {
            items: components["schemas"]["LinkItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfMessageItem: {
            items: components["schemas"]["MessageItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfProjectItem: {
            items: components["schemas"]["ProjectItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfSubscriptionItem: {
            items: components["schemas"]["SubscriptionItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description A part of a list. */
        PageOfUndeliveredItem: {
            items: components["schemas"]["UndeliveredItem"][];
            /** @description What to give as `after` to get the part that follows; missing at the end. */
            next?: null | string;
        };
        /** @description One person in figures. */
        PersonInsight: {
            /** @description Of the cast; null for somebody who speaks and is not in it. */
            id?: null | string;
            name: string;
            role?: null | string;
            /**
             * Format: int32
             * @description In how many scenes they are.
             */
            scenes: number;
            /**
             * Format: int32
             * @description The number of the first of them; null when there is none.
             */
            first?: null | number;
            /** Format: int32 */
            last?: null | number;
            /** Format: int32 */
            speeches: number;
            /**
             * Format: int32
             * @description On the printed page.
             */
            lines: number;
            /** Format: int32 */
            words: number;
            /**
             * Format: double
             * @description Of all words that are spoken, 0 to 1.
             */
            share: number;
            /**
             * Format: int32
             * @description In words.
             */
            longestSpeech: number;
            /**
             * Format: int32
             * @description The number of the scene in which that is.
             */
            longestIn?: null | number;
        };
        /** @description A picture that was sent. As it stands it is the content of an edit of a portrait or a frame. */
        PictureItem: {
            /** @description The SHA-256 of its bytes. */
            picture: string;
            mediaType: string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
        };
        /** @description What went wrong with a request (RFC 9457). */
        Problem: {
            /** @description The kind of problem, as a relative address that stays the same: `/problems/stale-decision`. */
            type: string;
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What happened, and what to do. */
            detail: string;
            /** @description Where the offending value is: a path into the body, or the name of a parameter or header. */
            path?: null | string;
            /** @description Everything that is wrong, where there can be several. */
            errors?: null | components["schemas"]["ProblemItem"][];
            /**
             * Format: int32
             * @description Of a stale decision: the number of the draft to decide on.
             */
            currentDraft?: null | number;
            draft?: null | components["schemas"]["DraftItem"];
        };
        ProblemItem: {
            /** @description Where, as a path into the body. */
            path: string;
            /** @description What is wrong there and what would be right. */
            message: string;
        };
        /** @description One line of the list of projects. It follows the project within moments. */
        ProjectItem: {
            id: string;
            title: string;
            status: components["schemas"]["ProjectStatus"];
            /**
             * Format: int32
             * @description How many documents await you.
             */
            awaiting: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        /** @description A project as it is now. */
        ProjectSnapshot: {
            id: string;
            title: string;
            titlePage: components["schemas"]["TitlePageItem"];
            status: components["schemas"]["ProjectStatus"];
            /**
             * Format: int64
             * @description The sequence of the last event in it.
             */
            revision: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
            forkedFrom?: null | components["schemas"]["ForkItem"];
            budget: components["schemas"]["BudgetItem"];
            documents: components["schemas"]["DocumentItem"][];
            /** @description The documents that wait for the writer: drafts to decide on, stale ones, failures. */
            awaiting: string[];
            /** @description The documents whose drafting waits until the budget is raised. */
            parked: string[];
            /**
             * Format: date-time
             * @description When the project began to wait for you; null when it does not.
             */
            waitingSince: null | string;
            /**
             * Format: date-time
             * @description When you are reminded of it next; null when you are not.
             */
            nextReminder: null | string;
            /**
             * Format: date-time
             * @description When the reminders ended, until something happens in it; null while they go on.
             */
            parkedSince: null | string;
        };
        /**
         * @description How a project stands, as the writer is told.
         * @enum {unknown}
         */
        ProjectStatus: "working" | "awaitingWriter" | "complete" | "paused";
        /** @description What the companion put before you. */
        ProposalItem: {
            /**
             * @description `draft` (it awaits your decision), `ways` (three ways forward), `chat` (another chat that could be begun) or `fact` (something that you
             *         stated, and that is kept from now on).
             */
            kind: string;
            /** @description Of a draft or ways. */
            document?: null | string;
            /**
             * Format: int32
             * @description The draft's number.
             */
            draft?: null | number;
            ways?: null | components["schemas"]["WayItem"][];
            /** @description Of a chat. */
            title?: null | string;
            /** @description Of a chat. */
            focus?: null | string;
            /** @description The fact's id. */
            fact?: null | string;
            /** @description The fact's text. */
            text?: null | string;
        };
        PurposeInsight: {
            purpose: string;
            /** Format: int32 */
            scenes: number;
        };
        /** @description JSON in the form of the document's kind. */
        RawJson: unknown;
        /** @description What redrafting a document will cost. */
        RedoItem: {
            /** Format: int64 */
            tokens: number;
            /** Format: int32 */
            pictures: number;
            /** @description The documents that will turn stale by it, sooner or later. */
            then: string[];
        };
        /** @description What came of trying again. */
        ReplayItem: {
            /**
             * Format: int32
             * @description How many were delivered.
             */
            delivered: number;
            /** @description Why the next one was not; null when all were. */
            trouble: null | string;
        };
        SceneChangeItem: {
            /** @description The scene's id. */
            scene: string;
            change: components["schemas"]["ChangeKind"];
            /**
             * Format: int32
             * @description In the script; of a scene that is gone, in the film.
             */
            number: number;
            heading: string;
            summary?: null | string;
            characters?: null | string[];
            was?: null | components["schemas"]["SceneWasItem"];
            /** @description Whether it stands elsewhere among the others than in the film. */
            isMoved: boolean;
        };
        /** @description One scene in figures. */
        SceneInsight: {
            id: string;
            /** Format: int32 */
            number: number;
            heading: string;
            purpose: string;
            /** Format: double */
            position: number;
            /**
             * Format: int32
             * @description 1, 2 or 3, by its position: they turn at 0.25 and 0.75.
             */
            act: number;
            /** @description `interior`, `exterior`, `both` or `unknown`. */
            setting: string;
            /** @description `day`, `night`, `twilight` or `unknown`; a time such as CONTINUOUS is that of the scene before. */
            light: string;
            /**
             * Format: double
             * @description How much of the printed screenplay it takes, in pages; null while it has no dialogue. A page is about a minute.
             */
            pages?: null | number;
            /**
             * Format: double
             * @description What its shots take together, in seconds; null without shots.
             */
            shotSeconds?: null | number;
            /** @description The ids of those whom the list of scenes has in it, and of those who speak. */
            present: string[];
            /** @description The ids, or the names of those who are not in the cast. */
            speaking: string[];
            /**
             * Format: double
             * @description By its pages where it is written, otherwise by its shots; null when there is neither.
             */
            minutes?: null | number;
        };
        /** @description What of a scene was otherwise; what stays is missing. */
        SceneWasItem: {
            /** Format: int32 */
            number?: null | number;
            heading?: null | string;
            summary?: null | string;
            characters?: null | string[];
        };
        SecretRequest: {
            /** @description The next secret; left out for a new one. */
            secret?: null | string;
        };
        SessionItem: {
            /** @description The writer's id. */
            writer: string;
            /** @description Whether it is whoever runs the service. */
            isOwner: boolean;
            /**
             * Format: date-time
             * @description When the session that was begun ends.
             */
            until?: null | string;
        };
        /** @description Why a document is stale. */
        StaleItem: {
            document: string;
            was: null | components["schemas"]["DraftRefItem"];
            now: null | components["schemas"]["DraftRefItem"];
        };
        /** @description What a writer begins a project with. */
        StartRequest: {
            title: string;
            brief?: null | components["schemas"]["JsonElement"];
            /** @description Documents that the writer already has, by id. */
            start?: null | Record<string, never>;
            /** @description False for a film of words alone: its look is skipped, and with it every portrait, shot list and frame. Reopening the look brings them. */
            pictures?: null | boolean;
        };
        /** @description What is to change; what is left out stays. */
        SubscriptionChange: {
            url?: null | string;
            events?: null | string[];
            /** @description False to be told nothing for a while; true to go on from where it stopped, also after it was disabled for the receiver's sake. */
            enabled?: null | boolean;
        };
        /** @description A subscription, and how far its deliveries have come. */
        SubscriptionItem: {
            id: string;
            kind: string;
            url?: null | string;
            target?: null | string;
            events: string[];
            by: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Shown when it is made, and never again. */
            secret?: null | string;
            /** @description False while nothing is delivered. */
            enabled: boolean;
            /** @description Why nothing is. */
            disabledBecause?: null | string;
            /**
             * Format: int64
             * @description The sequence of the last event that is done with.
             */
            cursor: number;
            /** Format: date-time */
            deliveredAt?: null | string;
            /**
             * Format: int32
             * @description Failed attempts at the event after the cursor.
             */
            attempts: number;
            /** @description Why the last attempt failed. */
            trouble?: null | string;
            /**
             * Format: date-time
             * @description When it is tried again.
             */
            nextAttempt?: null | string;
        };
        /** @description Who is to be told of the project. */
        SubscriptionRequest: {
            /** @description `webhook`, or another surface that is set up: `slack`, `teams`. */
            kind: string;
            /** @description Of a webhook: where it is sent, `https://…` */
            url?: null | string;
            /** @description Of another surface: the conversation, as `{team or tenant}/{channel or conversation}`. */
            target?: null | string;
            /** @description What is told: `draft.ready`, `draft.stale`, `draft.failed`, `tips.ready`, `writer.reminded`, `film.complete`, `chat.answered`. Left out for what is usual on the surface. */
            events?: null | string[];
            /** @description Of a webhook: what it is signed with, `whsec_` and 24 to 64 bytes in base64. Left out for a new one. */
            secret?: null | string;
            /**
             * Format: int64
             * @description The sequence of the last event that is not told. Left out for the project's last: what happens from now on is told.
             */
            after?: null | number;
        };
        /** @description An estimate of how tense the film is, from beat to beat. */
        TensionInsight: {
            /** @description How it is estimated, in words. */
            rule: string;
            /** @description By position: the plot's beats; without a plot, the scenes. */
            points: components["schemas"]["TensionPoint"][];
            /** @description Where films usually turn, and which beat stands there. */
            usual: components["schemas"]["UsualTurn"][];
        };
        TensionPoint: {
            name: string;
            /**
             * Format: double
             * @description A fraction of the film.
             */
            position: number;
            /**
             * Format: double
             * @description 0 to 1.
             */
            tension: number;
        };
        /** @description What to do when stuck. */
        TipsItem: {
            /**
             * Format: int32
             * @description The round of tips, from 1.
             */
            number: number;
            /** Format: date-time */
            at: string;
            /** @description What audiences usually like at this point. */
            tips: string[];
            /** @description Three ways forward. */
            ways: components["schemas"]["WayItem"][];
        };
        /** @description What the title page says besides the title. */
        TitlePageItem: {
            /** @description Who wrote the film. */
            authors: string[];
            /** @description What it is based on. */
            source: string;
            /** @description How whoever reads it reaches them. */
            contact: string;
        };
        /** @description What the title page says; what is left out stays. */
        TitlePageRequest: {
            /** @description The film's title, 1 to 200 characters. */
            title?: null | string;
            /** @description Who wrote it, at most 10, of at most 100 characters each. */
            authors?: null | string[];
            /** @description What it is based on, at most 300 characters. */
            source?: null | string;
            /** @description How whoever reads it reaches you, on several lines, at most 500 characters. */
            contact?: null | string;
        };
        /** @enum {unknown} */
        TurnEnd: "answered" | "stopped" | "interrupted" | "failed" | null;
        /** @description A turn: what you said, and what was answered. */
        TurnItem: {
            /** @description The turn's id. */
            turn: string;
            asked: components["schemas"]["MessageItem"];
            answer: null | components["schemas"]["MessageItem"];
            /** @description The answer as far as it has come. */
            text?: null | string;
        };
        /** @description Something that could not be delivered and was given up. */
        UndeliveredItem: {
            /**
             * Format: int64
             * @description Of the event in the project's journal.
             */
            sequence: number;
            /** @description What was to be told; `update` where an earlier message was to be changed. */
            type: string;
            /** Format: int32 */
            attempts: number;
            reason: string;
            /** Format: date-time */
            at: string;
        };
        UsualTurn: {
            name: string;
            /** Format: double */
            position: number;
            /** @description The film's beat that stands there; null when none does. */
            beat?: null | string;
            /**
             * Format: double
             * @description How much later it is than usual, as a fraction of the film.
             */
            off?: null | number;
        };
        /**
         * @description What a writer can do with a document, and Verb.Write, which the journey itself asks for.
         * @enum {unknown}
         */
        Verb: "write" | "approve" | "revise" | "edit" | "options" | "stuck" | "skip" | "reopen" | "restore" | "keep" | "redraft";
        WayItem: {
            title: string;
            text: string;
        };
        WordChangeItem: {
            op: components["schemas"]["DifferenceOp"];
            text: string;
        };
        /** @description The next words of an answer. */
        WordsItem: {
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AbsenceInsight = components['schemas']['AbsenceInsight'];
export type ActInsight = components['schemas']['ActInsight'];
export type AllowanceItem = components['schemas']['AllowanceItem'];
export type AskedItem = components['schemas']['AskedItem'];
export type BindingItem = components['schemas']['BindingItem'];
export type BindingRequest = components['schemas']['BindingRequest'];
export type BranchItem = components['schemas']['BranchItem'];
export type BranchRequest = components['schemas']['BranchRequest'];
export type BudgetItem = components['schemas']['BudgetItem'];
export type BudgetRequest = components['schemas']['BudgetRequest'];
export type ChangeKind = components['schemas']['ChangeKind'];
export type ChatChange = components['schemas']['ChatChange'];
export type ChatItem = components['schemas']['ChatItem'];
export type ChatRequest = components['schemas']['ChatRequest'];
export type ChatTurnItem = components['schemas']['ChatTurnItem'];
export type ChatView = components['schemas']['ChatView'];
export type CostItem = components['schemas']['CostItem'];
export type DecisionRequest = components['schemas']['DecisionRequest'];
export type DifferenceOp = components['schemas']['DifferenceOp'];
export type DocumentItem = components['schemas']['DocumentItem'];
export type DocumentStatus = components['schemas']['DocumentStatus'];
export type DocumentView = components['schemas']['DocumentView'];
export type DraftItem = components['schemas']['DraftItem'];
export type DraftRefItem = components['schemas']['DraftRefItem'];
export type ElementChangeItem = components['schemas']['ElementChangeItem'];
export type EvidenceItem = components['schemas']['EvidenceItem'];
export type FactItem = components['schemas']['FactItem'];
export type FactRequest = components['schemas']['FactRequest'];
export type FailureItem = components['schemas']['FailureItem'];
export type FilmInsights = components['schemas']['FilmInsights'];
export type ForkItem = components['schemas']['ForkItem'];
export type ForkRequest = components['schemas']['ForkRequest'];
export type Health = components['schemas']['Health'];
export type IfApprovedItem = components['schemas']['IfApprovedItem'];
export type IfAskedItem = components['schemas']['IfAskedItem'];
export type ImportChangeItem = components['schemas']['ImportChangeItem'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportDecision = components['schemas']['ImportDecision'];
export type ImportFaultItem = components['schemas']['ImportFaultItem'];
export type ImportItem = components['schemas']['ImportItem'];
export type ImportRemarkItem = components['schemas']['ImportRemarkItem'];
export type ImportView = components['schemas']['ImportView'];
export type JournalItem = components['schemas']['JournalItem'];
export type JsonElement = components['schemas']['JsonElement'];
export type KeyItem = components['schemas']['KeyItem'];
export type KeyRequest = components['schemas']['KeyRequest'];
export type LengthInsight = components['schemas']['LengthInsight'];
export type LightInsight = components['schemas']['LightInsight'];
export type LimitItem = components['schemas']['LimitItem'];
export type LinkItem = components['schemas']['LinkItem'];
export type LinkRequest = components['schemas']['LinkRequest'];
export type MeetingInsight = components['schemas']['MeetingInsight'];
export type MessageItem = components['schemas']['MessageItem'];
export type MessageRequest = components['schemas']['MessageRequest'];
export type NewKey = components['schemas']['NewKey'];
export type NewPersonItem = components['schemas']['NewPersonItem'];
export type NewSpeakerItem = components['schemas']['NewSpeakerItem'];
export type NoteItem = components['schemas']['NoteItem'];
export type OptionItem = components['schemas']['OptionItem'];
export type PageOfBindingItem = components['schemas']['PageOfBindingItem'];
export type PageOfChatItem = components['schemas']['PageOfChatItem'];
export type PageOfDraftItem = components['schemas']['PageOfDraftItem'];
export type PageOfFactItem = components['schemas']['PageOfFactItem'];
export type PageOfImportItem = components['schemas']['PageOfImportItem'];
export type PageOfJournalItem = components['schemas']['PageOfJournalItem'];
export type PageOfKeyItem = components['schemas']['PageOfKeyItem'];
export type PageOfLinkItem = components['schemas']['PageOfLinkItem'];
export type PageOfMessageItem = components['schemas']['PageOfMessageItem'];
export type PageOfProjectItem = components['schemas']['PageOfProjectItem'];
export type PageOfSubscriptionItem = components['schemas']['PageOfSubscriptionItem'];
export type PageOfUndeliveredItem = components['schemas']['PageOfUndeliveredItem'];
export type PersonInsight = components['schemas']['PersonInsight'];
export type PictureItem = components['schemas']['PictureItem'];
export type Problem = components['schemas']['Problem'];
export type ProblemItem = components['schemas']['ProblemItem'];
export type ProjectItem = components['schemas']['ProjectItem'];
export type ProjectSnapshot = components['schemas']['ProjectSnapshot'];
export type ProjectStatus = components['schemas']['ProjectStatus'];
export type ProposalItem = components['schemas']['ProposalItem'];
export type PurposeInsight = components['schemas']['PurposeInsight'];
export type RawJson = components['schemas']['RawJson'];
export type RedoItem = components['schemas']['RedoItem'];
export type ReplayItem = components['schemas']['ReplayItem'];
export type SceneChangeItem = components['schemas']['SceneChangeItem'];
export type SceneInsight = components['schemas']['SceneInsight'];
export type SceneWasItem = components['schemas']['SceneWasItem'];
export type SecretRequest = components['schemas']['SecretRequest'];
export type SessionItem = components['schemas']['SessionItem'];
export type StaleItem = components['schemas']['StaleItem'];
export type StartRequest = components['schemas']['StartRequest'];
export type SubscriptionChange = components['schemas']['SubscriptionChange'];
export type SubscriptionItem = components['schemas']['SubscriptionItem'];
export type SubscriptionRequest = components['schemas']['SubscriptionRequest'];
export type TensionInsight = components['schemas']['TensionInsight'];
export type TensionPoint = components['schemas']['TensionPoint'];
export type TipsItem = components['schemas']['TipsItem'];
export type TitlePageItem = components['schemas']['TitlePageItem'];
export type TitlePageRequest = components['schemas']['TitlePageRequest'];
export type TurnEnd = components['schemas']['TurnEnd'];
export type TurnItem = components['schemas']['TurnItem'];
export type UndeliveredItem = components['schemas']['UndeliveredItem'];
export type UsualTurn = components['schemas']['UsualTurn'];
export type Verb = components['schemas']['Verb'];
export type WayItem = components['schemas']['WayItem'];
export type WordChangeItem = components['schemas']['WordChangeItem'];
export type WordsItem = components['schemas']['WordsItem'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
