using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using JsonConvert = Newtonsoft.Json.JsonConvert;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>
/// What shows or writes an object asks nothing of the cache it came from, and does not fail because of what was not selected. The samples are an
/// object of every public type that is data; a type without one fails here by its name.
/// </summary>
[TestFixture]
public sealed class ShownObjectsTests
{
    private CountingBackend _backend = null!;
    private OfflineFilesCache _cache = null!;
    private IReadOnlyList<object> _samples = null!;

    [OneTimeSetUp]
    public async Task Make()
    {
        _backend = new CountingBackend(Samples.Share, Samples.File);
        _cache = new OfflineFilesCache(_backend);
        _samples = await Samples.MakeAsync(_backend, _cache);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _cache.DisposeAsync();
        await _backend.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Viewers()
    {
        static TestCaseData Case(string name, Action<object> view) => new TestCaseData(view).SetArgDisplayNames(name);
        yield return Case("ToString", value => Assert.That(value.ToString(), Is.Not.Empty.And.Not.EqualTo(value.GetType().FullName)));
        yield return Case("debugger", Debug);
        yield return Case("System.Text.Json", value => JsonSerializer.Serialize(value, value.GetType()));
        yield return Case("System.Text.Json, as the web writes", value => JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web));
        yield return Case("Newtonsoft.Json", value => JsonConvert.SerializeObject(value));
        yield return Case("every member that it holds, all the way down", value => Walk(value, Held, 0));
        yield return Case("every member, read as a logger does", value => Walk(value, ReadByLogger, 0));
        yield return Case("data binding", value => Walk(value, Bound, 0));
        yield return Case("data binding by the type", value => Walk(value, BoundByType, 0));
    }

    [TestCaseSource(nameof(Viewers))]
    public void Nobody_who_shows_an_object_asks_the_backend(Action<object> view)
    {
        var before = _backend.Calls;

        Assert.Multiple(() =>
        {
            foreach (var sample in _samples) Assert.That(() => view(sample), Throws.Nothing, $"{sample.GetType().Name}: {sample}");
        });
        Assert.That(_backend.Calls - before, Is.Zero);
    }

    [Test]
    public void Every_type_of_data_has_a_sample() =>
        Assert.That(Samples.DataTypes.Except(_samples.Select(sample => sample.GetType())).Select(type => type.FullName), Is.Empty);

    // The one exception of a getter, and the reason why it is not null: who names a member that was not selected must not get an answer.
    [Test]
    public void Only_code_that_names_a_member_fails_because_it_was_not_selected()
    {
        var narrow = _samples.OfType<OfflineFilesItem>().First(item => item.LoadedMembers != ItemMembers.All);

        Assert.That(() => narrow.Sparse, Throws.TypeOf<MemberNotLoadedException>());
        Assert.That(TypeDescriptor.GetProperties(narrow).Cast<PropertyDescriptor>().Select(property => property.Name),
            Is.EquivalentTo(new[] { "ItemPath", "Path", "ItemName", "PinInfo", "WhyPinned", "LoadedMembers", "Origin" }));
        Assert.That(TypeDescriptor.GetProperties(typeof(OfflineFilesItem))["Sparse"]!.GetValue(narrow), Is.Null);
        Assert.That(TypeDescriptor.GetProperties(typeof(OfflineFilesItem))["Sparse"]!.GetValue(Samples.File), Is.True);
    }

    [Test]
    public void A_row_is_readable()
    {
        var row = _samples.OfType<WqlRow>().First(row => row.Names.Contains("__CLASS"));

        Assert.That(row.ToString(), Is.EqualTo("Win32_OfflineFilesItem { ItemPath = '\\\\srv\\docs', ItemName = 'docs', PinInfo = Win32_OfflineFilesPinInfo { Pinned = FALSE }, "
            + "__CLASS = 'Win32_OfflineFilesItem' }").Or.Contains("ItemName = 'docs'"));
    }

    private static void Debug(object value)
    {
        if (value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value is { } shown)
        {
            var name = shown.Trim('{', '}').Split(',')[0].Replace("()", "", StringComparison.Ordinal);
            var member = value.GetType().GetMember(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)[0];
            _ = member is PropertyInfo property ? property.GetValue(value) : value.ToString();
        }

        if (value.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>() is { } proxy)
            Walk(Activator.CreateInstance(Type.GetType(proxy.ProxyTypeName)!, value)!, Held, 0);
    }

    private static IEnumerable<object?> Held(object value) => SameData.Members(value).Select(member => member.Value);

    private static IEnumerable<object?> ReadByLogger(object value) => value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0)
        .Select(property =>
        {
            try
            {
                return property.GetValue(value);
            }
            catch (TargetInvocationException error) when (error.InnerException is MemberNotLoadedException or InvalidUncPathException or WqlSyntaxException)
            {
                return null;
            }
        });

    private static IEnumerable<object?> Bound(object value) =>
        TypeDescriptor.GetProperties(value).Cast<PropertyDescriptor>().Where(property => !IsDerived(value, property.Name)).Select(property => property.GetValue(value));

    private static IEnumerable<object?> BoundByType(object value) => TypeDescriptor.GetProperties(value.GetType()).Cast<PropertyDescriptor>()
        .Where(property => !IsDerived(value, property.Name) && property.Name != "Path").Select(property => property.GetValue(value));

    // A text that the server delivered, taken for what it should be.
    private static bool IsDerived(object value, string member) => value.GetType().GetProperty(member)?.IsDefined(typeof(IgnoreDataMemberAttribute)) == true;

    private static void Walk(object value, Func<object, IEnumerable<object?>> read, int depth)
    {
        if (depth > 6 || value is string or Type or Delegate or IFormattable or TimeProvider) return;
        if (value is IEnumerable values)
        {
            foreach (var each in values)
                if (each is not null) Walk(each, read, depth + 1);
        }
        else if (value.GetType().Assembly.GetName().Name!.StartsWith("OfflineFiles", StringComparison.Ordinal))
        {
            foreach (var member in read(value))
                if (member is not null) Walk(member, read, depth + 1);
        }
    }
}
