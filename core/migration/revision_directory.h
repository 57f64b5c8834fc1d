// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"

#include <QJsonObject>

namespace joinery::migration {

/// migrations/ of a project: one `<id>_<slug>.json` for a revision. Files are written whole or not at all.
class RevisionDirectory
{
public:
    static constexpr int kFormat = 1;

    explicit RevisionDirectory(QString path) : m_path(std::move(path)) {}
    const QString &path() const { return m_path; }

    /// What the folder holds. A folder that is not there holds nothing.
    struct Contents
    {
        std::vector<Revision> revisions; ///< sorted by file name
        QStringList files;               ///< full paths, in the same order
        std::vector<Finding> findings;   ///< GR602: duplicate or dangling ids; GR603: edited since it was written
    };
    /// An unreadable file is an error that names it and the place in it (Corrupt, NewerFormat).
    Result<Contents> read() const;
    /// The same as a History; duplicates, dangling parents and cycles are errors.
    Result<History> load() const;

    /// Fails with Duplicate where the id is taken. Returns the file.
    Result<QString> add(const Revision &revision) const;
    /// Overwrites the file of this id, e.g. to take a new parent or label.
    Status replace(const Revision &revision) const;
    Status remove(const QString &id) const;

private:
    Result<QString> fileOf(const QString &id) const;
    QString m_path;
};

/// The form of a revision file; the checksum covers all that a database would see of it.
QJsonObject toJson(const Revision &revision);
Result<Revision> revisionFromJson(const QJsonObject &json);
/// SHA-256 over the canonical JSON of parents and operations, hexadecimal.
QString checksum(const Revision &revision);

} // namespace joinery::migration
