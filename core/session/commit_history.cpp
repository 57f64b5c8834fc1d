// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/commit_history.h"

#include "core/base/json_file.h"
#include "core/base/uid.h"
#include "core/session/change_set_json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace joinery::session {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kLongestNote = 16 * 1024;

QStringList columnNames(const RowSource &source)
{
    QStringList names;
    for (const schema::Column &column : source.table.columns)
        names.append(column.name);
    return names;
}

QStringList toStrings(const QJsonValue &json)
{
    QStringList strings;
    for (const QJsonValue &item : json.toArray())
        strings.append(item.toString());
    return strings;
}

QJsonObject toJson(const CommitNote &note)
{
    QJsonObject losses;
    for (auto loss = note.losses.begin(); loss != note.losses.end(); ++loss)
        losses[QString::number(int(loss.key()))] = loss.value();
    return {{QStringLiteral("format"), kFormat}, {QStringLiteral("when"), note.when.toString(Qt::ISODateWithMs)},
            {QStringLiteral("schema"), note.table.schema}, {QStringLiteral("table"), note.table.name},
            {QStringLiteral("updates"), note.updates}, {QStringLiteral("inserts"), note.inserts},
            {QStringLiteral("deletes"), note.deletes}, {QStringLiteral("inverse"), note.inverse}, {QStringLiteral("losses"), losses},
            {QStringLiteral("undoes"), note.undoes}, {QStringLiteral("undone"), note.isUndone}};
}

Result<CommitNote> noteFromJson(const QByteArray &line, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    JOINERY_TRY(checkFormat(json, kFormat, path));
    CommitNote note;
    note.id = QFileInfo(path).completeBaseName();
    note.when = QDateTime::fromString(json[QStringLiteral("when")].toString(), Qt::ISODateWithMs);
    note.table = {json[QStringLiteral("schema")].toString(), json[QStringLiteral("table")].toString()};
    note.updates = json[QStringLiteral("updates")].toInt();
    note.inserts = json[QStringLiteral("inserts")].toInt();
    note.deletes = json[QStringLiteral("deletes")].toInt();
    note.inverse = json[QStringLiteral("inverse")].toInt();
    const QJsonObject losses = json[QStringLiteral("losses")].toObject();
    for (auto loss = losses.begin(); loss != losses.end(); ++loss)
        note.losses.insert(Inverse::Loss(loss.key().toInt()), loss.value().toInt());
    note.undoes = json[QStringLiteral("undoes")].toString();
    note.isUndone = json[QStringLiteral("undone")].toBool();
    return note;
}

/// The note in the first line, so that a list reads no more; the rest behind it.
Status write(const QString &path, const CommitNote &note, const QByteArray &rest)
{
    // Rows may be anybody's secrets: for the user alone.
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorKind::Io, QStringLiteral("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
    return writeFile(path, QJsonDocument(toJson(note)).toJson(QJsonDocument::Compact) + '\n' + rest);
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    return file.readAll();
}

} // namespace

Fit fitOf(const KeptCommit &commit, const RowSource &source)
{
    if (source.table.columns.empty())
        return Fit::TableGone;
    return commit.columns == columnNames(source) && commit.key == source.key.columns ? Fit::Fits : Fit::TableAltered;
}

QString CommitHistory::path(const QString &id) const { return m_folder + u'/' + id + QStringLiteral(".json"); }

Result<QString> CommitHistory::add(const RowSource &source, const std::vector<RowChange> &changes, const CommitReport &report,
                                   const QString &undoes)
{
    const Inverse inverse = inverseOf(source, changes, report);
    CommitNote note;
    note.when = QDateTime::currentDateTimeUtc();
    // Sorted by name is sorted by time.
    note.id = note.when.toString(QStringLiteral("yyyyMMdd-hhmmss-zzz-")) + Uid::create().toString().left(8);
    note.table = source.table.name;
    note.undoes = undoes;
    note.inverse = int(inverse.changes.size());
    note.losses = inverse.losses;
    for (const RowChange &change : changes) {
        switch (change.kind) {
        case RowChange::Kind::Update: ++note.updates; break;
        case RowChange::Kind::Insert: ++note.inserts; break;
        case RowChange::Kind::Delete: ++note.deletes; break;
        }
    }
    const QJsonObject rest{{QStringLiteral("columns"), QJsonArray::fromStringList(columnNames(source))},
                           {QStringLiteral("key"), QJsonArray::fromStringList(source.key.columns)},
                           {QStringLiteral("changes"), session::toJson(inverse.changes)}};
    JOINERY_TRY(write(path(note.id), note, QJsonDocument(rest).toJson(QJsonDocument::Compact)));
    if (!undoes.isEmpty())
        JOINERY_TRY(markUndone(undoes));
    forget();
    return note.id;
}

/// What was undone goes first, then the oldest: so that the last commits can be taken back one after the other.
void CommitHistory::forget()
{
    std::vector<CommitNote> notes = list();
    while (int(notes.size()) > kMost) {
        const auto undone = std::find_if(notes.rbegin(), notes.rend(), [](const CommitNote &note) { return note.isUndone; });
        const auto going = undone == notes.rend() ? notes.end() - 1 : undone.base() - 1;
        QFile::remove(path(going->id));
        notes.erase(going);
    }
}

Status CommitHistory::markUndone(const QString &id)
{
    if (!QFile::exists(path(id)))
        return {}; // forgotten meanwhile
    JOINERY_TRY_VALUE(const QByteArray bytes, readWhole(path(id)));
    const qsizetype end = bytes.indexOf('\n');
    JOINERY_TRY_VALUE(CommitNote note, noteFromJson(bytes.left(end), path(id)));
    note.isUndone = true;
    return write(path(id), note, bytes.mid(end + 1));
}

std::vector<CommitNote> CommitHistory::list() const
{
    std::vector<CommitNote> notes;
    for (const QString &name : QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name | QDir::Reversed)) {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto note = noteFromJson(file.readLine(kLongestNote), file.fileName()))
            notes.push_back(*std::move(note));
    }
    return notes;
}

Result<KeptCommit> CommitHistory::read(const QString &id) const
{
    JOINERY_TRY_VALUE(const QByteArray bytes, readWhole(path(id)));
    const qsizetype end = bytes.indexOf('\n');
    KeptCommit commit;
    JOINERY_TRY_VALUE(commit.note, noteFromJson(bytes.left(end), path(id)));
    const QJsonObject json = QJsonDocument::fromJson(bytes.mid(end + 1)).object();
    commit.columns = toStrings(json[QStringLiteral("columns")]);
    commit.key = toStrings(json[QStringLiteral("key")]);
    JOINERY_TRY_VALUE(commit.changes, rowChangesFromJson(json[QStringLiteral("changes")].toArray()));
    if (commit.columns.isEmpty() || int(commit.changes.size()) != commit.note.inverse)
        return fail(ErrorKind::Corrupt, QStringLiteral("The commit kept in %1 is damaged.").arg(QDir::toNativeSeparators(path(id))));
    return commit;
}

} // namespace joinery::session
