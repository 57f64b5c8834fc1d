// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/dbml/dbml_reader.h"

namespace joinery::interop {

using schema::Column;
using schema::Name;
using schema::Table;

Error DbmlReader::wrong(const QString &expected) const
{
    const DbmlToken &token = peek();
    return {.kind = ErrorKind::InvalidInput,
            .message = QStringLiteral("Line %1: %2 is expected, and not %3.").arg(token.line).arg(expected, token.kind == DbmlToken::Kind::End ? QStringLiteral("the end")
                                                                                                                                 : QString(u'"' + token.text + u'"'))};
}

Status DbmlReader::expect(const char *symbol)
{
    if (!take(symbol))
        return fail(wrong(u'"' + QLatin1String(symbol) + u'"'));
    return {};
}

bool DbmlReader::take(const char *symbol)
{
    if (!peek().is(symbol))
        return false;
    ++m_at;
    return true;
}

bool DbmlReader::takeWord(const char *word)
{
    if (!peek().isWord(word))
        return false;
    ++m_at;
    return true;
}

Result<QString> DbmlReader::name()
{
    if (!peek().isName())
        return fail(wrong(QStringLiteral("a name")));
    return m_tokens[m_at++].text;
}

Result<Name> DbmlReader::fullName()
{
    JOINERY_TRY_VALUE(const QString first, name());
    if (!take("."))
        return Name(first);
    JOINERY_TRY_VALUE(const QString second, name());
    return first == QLatin1String("public") ? Name(second) : Name(first, second);
}

void DbmlReader::notKept(const QString &object, const QString &what)
{
    m_inspection.findings.push_back({Severity::Info, QStringLiteral("DB102"), Uid(), object, QStringLiteral("%1 is not kept in a model.").arg(what), QString()});
}

/// Behind its opening brace.
Status DbmlReader::skipBlock()
{
    for (int depth = 1; depth > 0; ++m_at) {
        if (peek().kind == DbmlToken::Kind::End)
            return fail(wrong(QStringLiteral("\"}\"")));
        depth += peek().is("{") ? 1 : peek().is("}") ? -1 : 0;
    }
    return {};
}

Result<dialect::Inspection> DbmlReader::read()
{
    while (peek().kind != DbmlToken::Kind::End) {
        const QString word = peek().text;
        if (takeWord("project")) {
            JOINERY_TRY(readProject());
        } else if (takeWord("table")) {
            JOINERY_TRY(readTable(false));
        } else if (takeWord("tablepartial")) {
            JOINERY_TRY(readTable(true));
        } else if (takeWord("enum")) {
            JOINERY_TRY(readEnum());
        } else if (takeWord("ref")) {
            JOINERY_TRY(readReference());
        } else if (peek().kind == DbmlToken::Kind::Word) {
            const int line = peek().line;
            while (!peek().is("{") && peek().kind != DbmlToken::Kind::End)
                ++m_at;
            JOINERY_TRY(expect("{"));
            JOINERY_TRY(skipBlock());
            notKept(word, QStringLiteral("The block %1 in line %2").arg(word).arg(line));
        } else {
            return fail(wrong(QStringLiteral("Table, Enum, Ref or another block")));
        }
    }
    finishTypes();
    JOINERY_TRY(finishReferences());
    return std::move(m_inspection);
}

Status DbmlReader::readProject()
{
    if (peek().isName())
        ++m_at;
    JOINERY_TRY(expect("{"));
    while (!take("}")) {
        JOINERY_TRY_VALUE(const QString key, name());
        if (take("{")) {
            JOINERY_TRY(skipBlock());
            continue;
        }
        JOINERY_TRY(expect(":"));
        const QString value = m_tokens[m_at].text;
        if (key.compare(QLatin1String("database_type"), Qt::CaseInsensitive) == 0) {
            const QString engine = value.toLower();
            m_inspection.catalog.dialect = engine.startsWith(QLatin1String("postgre")) ? QStringLiteral("postgresql")
                : engine == QLatin1String("mysql") || engine == QLatin1String("mariadb") ? QStringLiteral("mysql")
                : engine == QLatin1String("sqlite") ? QStringLiteral("sqlite") : QString();
        } else {
            notKept(key, QStringLiteral("The project's %1").arg(key));
        }
        ++m_at;
    }
    return {};
}

Status DbmlReader::readEnum()
{
    schema::EnumType type;
    JOINERY_TRY_VALUE(type.name, fullName());
    JOINERY_TRY(expect("{"));
    while (!take("}")) {
        JOINERY_TRY_VALUE(const QString value, name());
        type.values.append(value);
        JOINERY_TRY_VALUE(const Settings settings, readSettings());
        if (settings.contains(QStringLiteral("note")))
            notKept(type.name.toString() + u'.' + value, QStringLiteral("The note of an enumeration's value"));
    }
    m_inspection.catalog.enums.push_back(std::move(type));
    return {};
}

/// [not null, default: 'x', ref: > a.b]; nothing where there is no bracket.
Result<DbmlReader::Settings> DbmlReader::readSettings()
{
    Settings settings;
    if (!take("["))
        return settings;
    while (!take("]")) {
        QStringList words;
        while (peek().isName() && !peek().is(":"))
            words.append(m_tokens[m_at++].text.toLower());
        const QString key = words.join(u' ');
        if (key.isEmpty())
            return fail(wrong(QStringLiteral("a setting")));
        Setting setting;
        if (take(":")) {
            setting.first = m_at;
            for (int depth = 0; depth > 0 || !(peek().is(",") || peek().is("]")); ++m_at) {
                if (peek().kind == DbmlToken::Kind::End)
                    return fail(wrong(QStringLiteral("\"]\"")));
                depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
            }
        }
        setting.end = m_at;
        settings.insert(key, setting);
        if (!take(",") && !peek().is("]"))
            return fail(wrong(QStringLiteral("\",\" or \"]\"")));
    }
    return settings;
}

QString DbmlReader::textOf(const Setting &setting) const
{
    QString text;
    for (size_t i = setting.first; i < setting.end; ++i)
        text += m_tokens[i].text;
    return text;
}

/// What the columns' types are is known when all enumerations are.
void DbmlReader::finishTypes()
{
    const dialect::Dialect &dialect = m_dialectOf(m_inspection.catalog.dialect);
    for (Table &table : m_inspection.catalog.tables) {
        for (Column &column : table.columns) {
            const QString text = column.type.nativeText;
            const Name full = text.contains(u'.') ? Name(text.section(u'.', 0, 0), text.section(u'.', 1)) : Name(text);
            const auto generic = m_inspection.catalog.dialect.isEmpty() ? schema::Type::fromString(text) : std::nullopt;
            if (m_inspection.catalog.enumType(full)) {
                column.type = schema::Type::of(schema::TypeKind::Enum);
                column.type.enumName = full;
            } else {
                column.type = generic ? *generic : dialect.parseType(text);
            }
        }
    }
}

Result<dialect::Inspection> readDbml(const QString &text, const DialectOf &dialectOf)
{
    JOINERY_TRY_VALUE(std::vector<DbmlToken> tokens, dbmlTokens(text));
    return DbmlReader(std::move(tokens), dialectOf).read();
}

} // namespace joinery::interop
