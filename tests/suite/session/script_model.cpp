// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/session/script_model.h"

#include "core/builtin.h"

namespace joinery::test {

namespace {

// The numbers of SQLite: one more than the largest that is there, whatever was rolled back or deleted before. The others have
// to be told, or scripts that give a number back would mean other rows there.
QStringList countLikeSqlite(const QString &engine, const QString &table)
{
    if (engine == u"postgresql")
        return {QStringLiteral("CREATE FUNCTION next_%1() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN "
                               "(SELECT coalesce(max(id), 0) + 1 FROM \"%1\"); END $$").arg(table),
                QStringLiteral("ALTER TABLE \"%1\" ALTER id SET DEFAULT next_%1()").arg(table)};
    if (engine == u"mysql")
        return {QStringLiteral("CREATE TRIGGER count_%1 BEFORE INSERT ON `%1` FOR EACH ROW SET NEW.id = "
                               "IF(NEW.id = 0, (SELECT coalesce(max(t.id), 0) + 1 FROM `%1` t), NEW.id)").arg(table)};
    return {};
}

} // namespace

QStringList ScriptModel::tables()
{
    return {QStringLiteral("post_tag"), QStringLiteral("account"), QStringLiteral("post"), QStringLiteral("tag"), QStringLiteral("user"),
            QStringLiteral("node")};
}

QStringList ScriptModel::createStatements(const QString &engine)
{
    const QString quote = engine == u"mysql" ? QStringLiteral("`") : QStringLiteral("\"");
    const QString id = engine == u"mysql" ? QStringLiteral("id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY")
                                          : QStringLiteral("id INTEGER NOT NULL PRIMARY KEY");
    const QString user = quote + QStringLiteral("user") + quote;
    QStringList statements{
        QStringLiteral("CREATE TABLE %1 (%2, username VARCHAR(20) NOT NULL UNIQUE, email VARCHAR(40))").arg(user, id),
        QStringLiteral("CREATE TABLE post (%2, title VARCHAR(40) NOT NULL, user_id INTEGER, FOREIGN KEY (user_id) REFERENCES %1 (id))").arg(user, id),
        QStringLiteral("CREATE TABLE tag (%1, name VARCHAR(20) NOT NULL UNIQUE)").arg(id),
        QStringLiteral("CREATE TABLE post_tag (post_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (post_id, tag_id), "
                       "FOREIGN KEY (post_id) REFERENCES post (id), FOREIGN KEY (tag_id) REFERENCES tag (id))"),
        QStringLiteral("CREATE TABLE account (%2, iban VARCHAR(30), owner_id INTEGER NOT NULL, FOREIGN KEY (owner_id) REFERENCES %1 (id))").arg(user, id),
        QStringLiteral("CREATE TABLE node (%1, name VARCHAR(20), parent_id INTEGER, FOREIGN KEY (parent_id) REFERENCES node (id))").arg(id)};
    for (const char *table : {"user", "post", "tag", "account", "node"})
        statements += countLikeSqlite(engine, QLatin1String(table));
    return statements;
}

Result<session::Model> ScriptModel::reflect(driver::Connection &connection)
{
    JOINERY_TRY_VALUE(const dialect::Inspection inspection, dialectOf(connection).inspect(connection, {}, {}));
    session::Model model;
    const std::pair<const char *, const char *> entities[] = {{"User", "user"}, {"Post", "post"}, {"Tag", "tag"}, {"Account", "account"}, {"Node", "node"}};
    for (const auto &[entity, table] : entities) {
        const schema::Table *found = inspection.catalog.table(QString::fromLatin1(table));
        if (!found)
            return fail(ErrorKind::Undefined, QStringLiteral("The table %1 is not there.").arg(QLatin1String(table)));
        JOINERY_TRY(model.add(QString::fromLatin1(entity), *found));
    }
    session::Model::ForeignKeyLink posts, accounts, nodes;
    posts.parent = accounts.parent = QStringLiteral("User");
    posts.collection = QStringLiteral("posts");
    posts.child = QStringLiteral("Post");
    posts.reference = QStringLiteral("user");
    accounts.collection = QStringLiteral("accounts");
    accounts.child = QStringLiteral("Account");
    accounts.reference = QStringLiteral("owner");
    accounts.collectionCascade = session::kWholeCascade | session::CascadeRule::DeleteOrphan;
    nodes.parent = nodes.child = QStringLiteral("Node");
    nodes.collection = QStringLiteral("children");
    nodes.reference = QStringLiteral("parent");
    JOINERY_TRY(model.link(posts));
    JOINERY_TRY(model.link(accounts));
    JOINERY_TRY(model.link(nodes));
    session::Model::AssociationLink tags;
    tags.left = QStringLiteral("Post");
    tags.leftCollection = QStringLiteral("tags");
    tags.right = QStringLiteral("Tag");
    tags.rightCollection = QStringLiteral("posts");
    tags.association = *inspection.catalog.table(QStringLiteral("post_tag"));
    JOINERY_TRY(model.link(tags));
    return model;
}

} // namespace joinery::test
