using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>What ToString() of each public type shows, when each text in it was named by somebody with the worst intentions.</summary>
[TestFixture]
public sealed class ReadableTypesTests
{
    // The text is data: what was read, or what will be read again. It is exact, and ReadableText shows it.
    private static readonly Type[] Exact =
        [typeof(UncPath), typeof(WqlConstant), typeof(WqlPredicate), typeof(WqlQuery), typeof(WqlObjectPath), typeof(WqlLikePattern), typeof(WqlProperty), typeof(WqlNamespace), typeof(CacheQuery<>)];

    // The texts are names that the library or its caller wrote in code: of classes and properties, of methods.
    private static readonly Type[] OwnNames =
        [typeof(CimClassSchema), typeof(CimPropertySchema), typeof(WqlDialect), typeof(MethodTranslation), typeof(WqlAssociationOptions)];

    // What it shows is read when it is shown: see below.
    private static readonly Type[] MadeBelow = [typeof(WqlRow)];

    // Each paragraph of these is a line of its own.
    private static readonly Type[] WithLines = [typeof(QueryExplanation), typeof(CimConnectionReport)];

    private static IEnumerable<TestCaseData> Types() =>
        from type in PublicApi.Types
        where type is { IsAbstract: false, IsInterface: false, IsEnum: false } && !typeof(Exception).IsAssignableFrom(type)
        where type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType!.Assembly == type.Assembly
        where !Exact.Concat(OwnNames).Concat(MadeBelow).Any(exact => exact.IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == exact))
        select new TestCaseData(type).SetArgDisplayNames(type.Name);

    [TestCaseSource(nameof(Types))]
    public void No_name_forges_a_line_or_hides_a_character(Type type)
    {
        var value = Filled(type, 0);

        HostileText.MustNotShow(value!.ToString(), type.Name, WithLines.Contains(type));
    }

    [Test]
    public void Data_stay_as_they_are()
    {
        var path = $@"\\srv\share\{HostileText.Name}";
        var query = WqlQuery.Create($"SELECT * FROM C WHERE p = {HostileText.Name}");

        Assert.That(UncPath.Parse(path).ToString(), Is.EqualTo(path));
        Assert.That(new OfflineFilesItem(path, OfflineFilesItemType.File).ItemName, Is.EqualTo(HostileText.Name));
        Assert.That(WqlQuery.Parse(query.ToString()), Is.EqualTo(query));
        Assert.That(WqlConstant.String(HostileText.Name).ToString(), Does.Contain(HostileText.Characters));
    }

    [Test]
    public void A_row_shows_its_values_readably()
    {
        var item = new OfflineFilesItem($@"\\srv\share\{HostileText.Name}", OfflineFilesItemType.File);

        HostileText.MustNotShow(new WqlRow("C", [new("p", item.ItemName), new("q", new[] { item.ItemName })], item, null).ToString(), nameof(WqlRow));
    }

    [Test]
    public void The_message_of_every_error_is_one_line()
    {
        var made = 0;
        var unmade = new List<string>();
        var constructors = from type in PublicApi.Types
                           where type is { IsAbstract: false } && typeof(Exception).IsAssignableFrom(type)
                           from constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                           select constructor;
        foreach (var constructor in constructors)
        {
            var arguments = constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType, 1)).ToArray();
            if (constructor.GetParameters().Zip(arguments).Any(pair => pair.Second is null && pair.First.ParameterType != typeof(Exception) && !pair.First.ParameterType.IsInterface))
            {
                unmade.Add(constructor.DeclaringType!.Name);
                continue;
            }

            Exception error;
            try
            {
                error = (Exception)constructor.Invoke(arguments);
            }
            catch (TargetInvocationException)
            {
                // What it describes is not complete enough to be described.
                unmade.Add(constructor.DeclaringType!.Name);
                continue;
            }

            made++;
            HostileText.MustNotShow(error.Message, error.GetType().Name);
        }

        Assert.That(made, Is.GreaterThan(20));
        Assert.That(unmade, Is.Empty);
    }

    /// <summary>An object of a type whose every text is hostile, without its constructor.</summary>
    private static object? Filled(Type type, int depth)
    {
        if (type.IsAbstract || type.IsInterface || type.ContainsGenericParameters || depth > 4) return null;
        var value = RuntimeHelpers.GetUninitializedObject(type);
        for (var home = type; home is not null && home != typeof(object); home = home.BaseType)
        {
            foreach (var field in home.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                if (Sample(field.FieldType, depth + 1) is { } sample) field.SetValue(value, sample);
        }

        return value;
    }

    private static object? Sample(Type type, int depth)
    {
        if (type == typeof(string)) return HostileText.Name;
        if (type == typeof(UncPath)) return UncPath.Parse($@"\\srv\share\{HostileText.Name}");
        if (type == typeof(IReadOnlyList<string>) || type == typeof(string[])) return new[] { HostileText.Name };
        if (type == typeof(WqlPredicate)) return WqlPredicate.Create($"p = {HostileText.Name}");
        if (type == typeof(WqlQuery)) return WqlQuery.Create($"SELECT * FROM C WHERE p = {HostileText.Name}");
        if (type == typeof(WqlProperty)) return WqlProperty.Parse("p");
        if (type == typeof(ItemMembers)) return ItemMembers.All;
        if (type == typeof(Exception)) return new InvalidOperationException(HostileText.Name);
        if (type == typeof(OfflineFilesException)) return new OfflineFilesException(HostileText.Name);
        if (type == typeof(TimeProvider)) return TimeProvider.System;
        if (type == typeof(ICacheBackend)) return new Testing.Provider.FixedRowsBackend([]);
        if (type.IsValueType && Nullable.GetUnderlyingType(type) is null) return type.Assembly == typeof(int).Assembly || type.IsEnum ? Activator.CreateInstance(type) : Filled(type, depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            if (Sample(type.GetGenericArguments()[0], depth + 1) is { } element) list.Add(element);
            return list;
        }

        return PublicApi.Libraries.Contains(type.Assembly) ? Filled(type, depth) : null;
    }
}
