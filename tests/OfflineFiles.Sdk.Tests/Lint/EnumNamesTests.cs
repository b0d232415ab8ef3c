using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Tests.Lint;

[TestFixture]
internal sealed class EnumNamesTests
{
    private static IEnumerable<Type> Enums =>
        OfflineFilesSchema.Classes.SelectMany(schema => schema.Properties).Select(property => property.EnumType).OfType<Type>().Distinct();

    [TestCaseSource(nameof(Enums))]
    public void Every_number_of_the_schema_has_its_names(Type type)
    {
        var names = EnumNames.Find(type)!;

        Assert.That(names.IsFlags, Is.EqualTo(type.IsDefined(typeof(FlagsAttribute), inherit: false)));
        if (names.IsFlags) return;
        var pairs = Enum.GetValues(type).Cast<object>().Select(value => $"{Convert.ToInt64(value, null)} {value}");
        Assert.That(names.Phrase, Is.EqualTo(string.Join(", ", pairs)));
    }
}
