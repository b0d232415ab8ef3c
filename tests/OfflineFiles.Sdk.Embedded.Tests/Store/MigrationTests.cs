using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

[TestFixture]
internal sealed class MigrationTests
{
    private static readonly string[] Steps = ["CREATE TABLE t(a)", "ALTER TABLE t ADD COLUMN b; INSERT INTO t VALUES(1, 2)"];

    [Test]
    public void Missing_steps_are_taken_once_and_in_order()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Migrations.Apply(connection, Steps[..1]);
        Migrations.Apply(connection, Steps);
        Migrations.Apply(connection, Steps);

        Assert.That(Sql.Integer(connection, "PRAGMA user_version"), Is.EqualTo(2));
        Assert.That(Sql.Integer(connection, "SELECT count(*) FROM t WHERE b = 2"), Is.EqualTo(1));
    }

    [Test]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        string[] steps = [Steps[0], "INSERT INTO t VALUES(1); NONSENSE"];

        Assert.That(() => Migrations.Apply(connection, steps), Throws.InstanceOf<SqliteException>());
        Assert.That(Sql.Integer(connection, "PRAGMA user_version"), Is.EqualTo(1));
        Assert.That(Sql.Integer(connection, "SELECT count(*) FROM t"), Is.Zero);
    }
}
