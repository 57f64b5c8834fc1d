// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers_file.h"

#include "core/base/json_file.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

const QString kRenames = QStringLiteral("renames"), kConversions = QStringLiteral("conversions"), kRows = QStringLiteral("rows");

/// What an option of the command line answers; empty where the question has no answer but another model.
QString kindOf(const QString &code)
{
    if (code == QLatin1String("DD201") || code == QLatin1String("DD202") || code == QLatin1String("DD203"))
        return QStringLiteral("fill");
    if (code == QLatin1String("DD204"))
        return QStringLiteral("keep");
    if (code == QLatin1String("DD205"))
        return QStringLiteral("orphans");
    return code == QLatin1String("DL104") ? QStringLiteral("map") : QString();
}

/// What the answer is about: of an enumeration every value that goes.
QStringList idsOf(const migration::LintFinding &finding, const operation::Operations &operations)
{
    const size_t at = size_t(std::max(finding.operation, 0));
    const auto *o = finding.finding.code == QLatin1String("DL104") && at < operations.size() ? std::get_if<operation::RebuildEnum>(&operations[at]) : nullptr;
    if (!o)
        return {finding.finding.object};
    QStringList ids;
    for (const QString &value : o->from.values) {
        if (!o->to.values.contains(value) && !o->mapping.contains(value))
            ids.append(o->from.name.name + u'.' + value);
    }
    return ids;
}

tl::unexpected<Error> wrong(const QString &path, const QString &what)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(path, what));
}

} // namespace

Result<AnswersFile> AnswersFile::read(const QString &path)
{
    JOINERY_TRY_VALUE(const QJsonObject json, readJsonFile(path));
    JOINERY_TRY(checkFormat(json, kFormat, path));
    AnswersFile file;
    for (const QString &key : json.keys()) {
        if (key == QLatin1String("format"))
            continue;
        if (key != kRenames && key != kConversions && key != kRows)
            return wrong(path, QStringLiteral("\"%1\" is no list of answers; there are renames, conversions and rows.").arg(key));
        if (!json.value(key).isArray())
            return wrong(path, QStringLiteral("\"%1\" should be a list.").arg(key));
        for (const QJsonValue value : json.value(key).toArray()) {
            const QJsonObject each = value.toObject();
            const auto text = [&](const char *member) { return each.value(QLatin1String(member)).toString(); };
            const QJsonValue answer = each.value(QLatin1String("answer"));
            if (!answer.isNull() && !answer.isString())
                return wrong(path, QStringLiteral("The answer to %1 should be a text, or null.").arg(text("id")));
            const Entry entry{key, text("id"), text("question"), text("kind"), text("answer"), text("back")};
            if (answer.isNull() && entry.back.isEmpty())
                continue;
            if (entry.id.isEmpty())
                return wrong(path, QStringLiteral("An answer of \"%1\" has no id.").arg(key));
            if (key == kRenames && entry.answer != QLatin1String("rename") && entry.answer != QLatin1String("drop"))
                return wrong(path, QStringLiteral("The answer to %1 should be \"rename\" or \"drop\".").arg(entry.id));
            if (key == kRenames && !entry.question.contains(QLatin1String(" -> ")))
                return wrong(path, QStringLiteral("%1 does not say what becomes what: \"question\" should be \"table.old -> table.new\".").arg(entry.id));
            static const QStringList kinds{QStringLiteral("fill"), QStringLiteral("map"), QStringLiteral("keep"), QStringLiteral("orphans")};
            if (key == kRows && !kinds.contains(entry.kind))
                return wrong(path, QStringLiteral("\"%1\" is no kind of answer; there are %2.").arg(entry.kind, kinds.join(QLatin1String(", "))));
            file.m_entries.push_back(entry);
        }
    }
    return file;
}

void AnswersFile::give(RenameAnswers &renames, ConversionAnswers &conversions, DataAnswers &rows) const
{
    for (const Entry &each : m_entries) {
        if (each.list == kRenames)
            renames.add(each.id, QString(each.question).replace(QLatin1String(" -> "), QLatin1String("=")), each.answer == QLatin1String("rename"));
        else if (each.list == kConversions)
            conversions.add(each.question.section(u':', 0, 0).trimmed(), each.answer, each.back);
        else
            rows.add(each.kind, each.id + u'=' + each.answer);
    }
}

QJsonObject AnswersFile::skeleton(const std::vector<compare::RenameCandidate> &renames, const std::vector<compare::ConversionQuestion> &conversions,
                                  const migration::LintFindings &rows, const operation::Operations &operations)
{
    const QString answer = QStringLiteral("answer");
    QJsonArray first, second, third;
    for (const compare::RenameCandidate &each : renames) {
        QJsonObject json = toJson(each);
        json.insert(answer, QJsonValue());
        first.append(json);
    }
    for (const compare::ConversionQuestion &each : conversions) {
        QJsonObject json = toJson(each);
        json.insert(answer, QJsonValue());
        json.insert(QStringLiteral("back"), QJsonValue());
        second.append(json);
    }
    for (const migration::LintFinding &each : rows) {
        const QString kind = kindOf(each.finding.code);
        if (kind.isEmpty())
            continue;
        for (const QString &id : idsOf(each, operations)) {
            QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("kind"), kind}, {QStringLiteral("question"), each.finding.message},
                             {QStringLiteral("samples"), QJsonArray::fromStringList(each.samples)}, {answer, QJsonValue()}};
            if (each.count)
                json.insert(kRows, *each.count);
            third.append(json);
        }
    }
    QJsonObject file{{QStringLiteral("format"), kFormat}};
    for (const auto &[key, list] : {std::pair(kRenames, first), std::pair(kConversions, second), std::pair(kRows, third)}) {
        if (!list.isEmpty())
            file.insert(key, list);
    }
    return file;
}

} // namespace joinery::cli
