using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>No text that the library makes shows a password, wherever somebody put it.</summary>
[TestFixture]
[NonParallelizable]
public sealed class SecretTests
{
    private const string Secret = "S3cretZq9";

    private static readonly CimBackendOptions WithSecrets = new()
    {
        Credential = new CimAccount { Domain = "CONTOSO", UserName = "admin", Password = Secret },
        Proxy = new CimProxyOptions { Credential = new NetworkCredential("proxy", Secret) },
        UseHttps = true,
    };

    // Where people write a password. Those that can be read are read as what they are not meant to be, without it.
    private static readonly string[] Spellings =
    [
        $"cim:admin:{Secret}@pc", $"cim:{Secret}@pc", $"cim:admin%3A{Secret}%40pc", $"cim://admin:{Secret}@pc", $"cim://pc/{Secret}", $"cim:pc:{Secret}",
        $"cim:pc;password={Secret}", $"cim:pc password={Secret}", $"cim:pc,{Secret}", $"cim:pc/{Secret}", $@"cim:pc\{Secret}", $"cim:pc#{Secret}", $"cim:[{Secret}]",
        $"cim:[::1;password={Secret}]", $"cim:pc={Secret}", $"cim:pc%00{Secret}", $"cim:pc\n{Secret}", $"cim:\"{Secret}\"", $"{Secret}", $"Server=pc;Password={Secret}",
        $"CIM=pc;{Secret}", $"https://admin:{Secret}@pc", $"cim:pc?{Secret}", $"cim:pc?={Secret}", $"cim:pc?{Secret}=x", $"cim:pc?user=u&{Secret}", $"cim:pc?user=u&&{Secret}",
        $"cim:pc?user=u&password={Secret}", $"cim:pc?user=u&PASSWORD={Secret}", $"cim:pc?password={Secret}&user=u", $"cim:pc?user=u&passw%6Frd={Secret}", $"cim:pc?user=u&pwd={Secret}",
        $"cim:pc?user=u&pass={Secret}", $"cim:pc?user=u&pw={Secret}", $"cim:pc?user=u&passwd={Secret}", $"cim:pc?user=u&passphrase={Secret}", $"cim:pc?user=u&secret={Secret}",
        $"cim:pc?user=u&token={Secret}", $"cim:pc?user=u&credential={Secret}", $"cim:pc?user=u&credentials={Secret}", $"cim:pc?user=u&\"password\"=\"{Secret}\"",
        $"cim:pc?user=u& password = {Secret}", $"cim:pc?user=u&password:{Secret}", $"cim:pc?user=u&password={Secret}&password={Secret}", $"cim:pc?user=u&user={Secret}",
        $"cim:pc?user=u;password={Secret}", $"cim:pc?user=u;pwd={Secret}", $"cim:pc?user=u;{Secret}", $"cim:pc?user=u,password={Secret}", $"cim:pc?user=u password={Secret}",
        $"cim:pc?user=u%3Bpassword%3D{Secret}", $"cim:pc?user=u%26password%3D{Secret}", $"cim:pc?user=u%20pwd%3D{Secret}", $"cim:pc?user=u:{Secret}", $"cim:pc?user=u/{Secret}",
        $"cim:pc?user=u|{Secret}", $"cim:pc?user=\"u\"\"{Secret}\"", $@"cim:pc?user=D\u\{Secret}", $"cim:pc?user=u@d@{Secret}", $"cim:pc?user=u%0A{Secret}", $"cim:pc?user=u#{Secret}",
        $"cim:pc?proxy=http://u:{Secret}@p", $"cim:pc?proxy={Secret}", $"cim:pc?proxyAuthentication=u:{Secret}", $"cim:pc?proxyUser=u&proxyPassword={Secret}", $"cim:pc?port={Secret}",
        $"cim:pc?port=5985password={Secret}", $"cim:pc?https={Secret}", $"cim:pc?protocol=wsman;{Secret}", $"cim:pc?authentication=basic:{Secret}", $"cim:pc?namespace=root/cimv2;password={Secret}",
        $"cim:pc?namespace=root/cimv2%20{Secret}%3D", $"cim:pc?namespace=//u:{Secret}@pc/root", $"cim:pc?culture={Secret}!", $"cim:pc?queryTimeout={Secret}", $"cim:pc?maxConcurrentOperations={Secret}",
        $"cim:pc?user=admin={Secret}", $"cim:pc?user=u%3D{Secret}", $"cim:pc?user=u=x pw={Secret}", $"cim:pc?user=u pw = {Secret}", $"cim:[{Secret}:1]", $"cim:[::1%25{Secret}!]", $"cim:[::{Secret}]",
        $"cim:pc?user=u?password={Secret}", $"cim:pc?user=u&password%20{Secret}", $"cim:pc??password={Secret}", $"cim:pc&password={Secret}", $"cim:?password={Secret}", $"cim:?{Secret}",
    ];

    [TestCaseSource(nameof(Spellings))]
    public void A_connection_string_that_holds_one_is_refused_without_it(string text)
    {
        var error = Assert.Throws<InvalidOptionsException>(() => CimConnectionString.Parse(text))!;
        Assert.That(text, Does.Contain(Secret), "A row without one proves nothing.");
        Assert.That(CimConnectionString.TryParse(text, out _, out var message), Is.False);

        Assert.That(Texts(error).Append(message).Append(error.Option), Has.None.Contains(Secret));
        Assert.That(error.Message, Does.StartWith("The connection string").Or.StartWith("A connection string").Or.StartWith("What the connection string"));
        Assert.That(() => CimBackend.Connect(text), Throws.TypeOf<InvalidOptionsException>().With.Message.Not.Contains(Secret));
        Assert.That(() => CimBackend.Connect(text, "other"), Throws.TypeOf<InvalidOptionsException>().With.Message.Not.Contains(Secret));
    }

    // Where people write a password beside a connection string.
    private static IEnumerable<TestCaseData<Func<object>>> Places() =>
    [
        .. from name in (string[])[$"u:{Secret}@pc", $"{Secret}@pc", $"pc:{Secret}", $"pc {Secret}", $"pc;{Secret}", $"pc={Secret}", $"//{Secret}", $"pc\n{Secret}", $"[{Secret}]"]
           select Place($"machine {name}", () => CimBackend.Remote(name, AnyPlatform)),
        .. from name in (string[])[$"root/cimv2;password={Secret}", $"root/cimv2 {Secret}=", $"//u:{Secret}@pc/root", $@"root\{Secret}", $@"\\u:{Secret}@pc\root", $"root\n{Secret}"]
           select Place($"namespace {name}", () => CimBackend.Local(AnyPlatform with { Namespace = name })),
        .. from name in (string[])[$"u:{Secret}", $"u/{Secret}", $"u={Secret}", $"u;{Secret}", $"u,{Secret}", $"u@d@{Secret}", $@"D\u\{Secret}", $"u\n{Secret}", $"u password={Secret}"]
           from account in (CimAccount[])[new() { UserName = name }, new() { UserName = "u", Domain = name }]
           select Place($"account {name} {account.Domain}", () => CimBackend.Remote("pc", AnyPlatform with { Credential = account })),
        .. from name in (string[])[$"u:{Secret}", $"u={Secret}"]
           let proxy = new CimProxyOptions { Credential = new CimAccount { UserName = name } }
           select Place($"proxy {name}", () => CimBackend.Remote("pc", AnyPlatform with { UseHttps = true, Proxy = proxy })),
    ];

    private static CimBackendOptions AnyPlatform { get; } = new() { AllowAnyPlatform = true };

    private static TestCaseData<Func<object>> Place(string name, Func<object> open) => new(open) { TestName = name.Replace('\n', ' ') };

    [TestCaseSource(nameof(Places))]
    public void An_option_that_holds_one_is_refused_without_it(Func<object> open) =>
        Assert.That(Texts(Assert.Throws<InvalidOptionsException>(() => open())!), Has.None.Contains(Secret));

    [TestCase($"u:{Secret}", "")]
    [TestCase($"u={Secret}", "")]
    [TestCase($"u@d@{Secret}", "")]
    [TestCase($"u\n{Secret}", "")]
    [TestCase("u", $"D:{Secret}")]
    public void An_account_that_is_none_shows_nothing(string user, string domain)
    {
        var account = new CimAccount { UserName = user, Domain = domain };

        Assert.That((account.ToString(), $"{new CimBackendOptions { Credential = account }}".Contains(Secret, StringComparison.Ordinal)), Is.EqualTo(("***", false)));
    }

    // Every way in which somebody writes an object that he did not make himself.
    private static IEnumerable<TestCaseData> Writers()
    {
        static TestCaseData Case(string name, Func<object, string> write) => new TestCaseData(write).SetArgDisplayNames(name);
        yield return Case("ToString", value => value.ToString()!);
        yield return Case("interpolation", value => $"{value}");
        yield return Case("System.Text.Json", value => JsonSerializer.Serialize(value, value.GetType()));
        yield return Case("data contracts", value => DataContract(value));
        yield return Case("every public member", value => Members(value));
        yield return Case("debugger", value => Debugger(value));
        yield return Case("type converter", value => TypeDescriptor.GetConverter(value).ConvertToInvariantString(value) ?? "");
    }

    [TestCaseSource(nameof(Writers))]
    public void Nothing_that_writes_options_writes_one(Func<object, string> write)
    {
        object[] holders =
        [
            WithSecrets, WithSecrets.Credential!, WithSecrets.Credential!.Password!, WithSecrets.Proxy!,
            new CimConnectionString { Host = "pc", User = "u", Options = WithSecrets },
        ];

        foreach (var holder in holders) Assert.That(write(holder), Does.Not.Contain(Secret), holder.GetType().Name);
    }

    [Test]
    public void The_secret_itself_is_there_for_who_asks()
    {
        Assert.That(WithSecrets.Credential!.Password!.Reveal(), Is.EqualTo(Secret));
        Assert.That(WithSecrets.Credential.Password.ToString(), Is.EqualTo("***"));
        Assert.That(WithSecrets.Credential.ToString(), Is.EqualTo(@"CONTOSO\admin"));
        Assert.That(WithSecrets.Proxy!.Credential!.ToString(), Is.EqualTo("proxy"));
        Assert.That(WithSecrets.Credential.ToNetworkCredential().Password, Is.EqualTo(Secret));
        Assert.That(((CimSecret?)TypeDescriptor.GetConverter(typeof(CimSecret)).ConvertFromInvariantString(Secret))!.Reveal(), Is.EqualTo(Secret), "as a configuration binder does");
    }

    [Test]
    public void No_option_of_any_package_can_be_read_as_a_password()
    {
        string[] words = ["pass", "pwd", "secret", "token", "credential"];
        var readable = from type in PublicApi.Types
                       where type != typeof(CimSecret)
                       from property in type.GetProperties()
                       where words.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) || typeof(ICredentials).IsAssignableFrom(property.PropertyType)
                       where property.PropertyType != typeof(CimSecret) && property.PropertyType != typeof(CimAccount) && property.PropertyType != typeof(CancellationToken)
                       select $"{type.Name}.{property.Name}: {property.PropertyType.Name}";

        Assert.That(readable, Is.Empty);
    }

    [Test]
    public async Task Neither_faults_nor_failures_nor_logs_tell_one()
    {
        var told = new StringBuilder();
        var logger = new StateLogger(told);
        var options = WithSecrets with { Logger = logger, Reconnect = CimReconnectOptions.Never };
        CimBackendOptions[] faulty =
        [
            options with { UseHttps = false, Authentication = CimAuthentication.Basic }, options with { Protocol = CimProtocol.Dcom }, options with { Port = -1 },
            options with { Proxy = options.Proxy! with { Authentication = CimAuthentication.Kerberos } }, options with { Credential = new CimAccount { Password = Secret } },
        ];
        foreach (var each in faulty) told.AppendJoin('\n', Texts(Assert.Throws<InvalidOptionsException>(() => CimBackend.Remote("pc", each with { AllowAnyPlatform = true }))!));
        told.AppendJoin('\n', Texts(Assert.Throws<InvalidOptionsException>(() => CimBackend.Local(options with { AllowAnyPlatform = true }))!));
        await using (var backend = CimBackend.Remote("pc", options with { AllowAnyPlatform = true, ConnectTimeout = TimeSpan.FromSeconds(5) }))
        await using (var cache = new OfflineFilesCache(backend, new QueryOptions { Logger = logger }))
        {
            // Here is no library for the way: the failure to connect is one that comes about.
            told.AppendJoin('\n', Texts((await Assert.CatchAsync(async () => await cache.Query($"SELECT * FROM Win32_OfflineFilesItem").ToListAsync()))!));
            told.Append(await backend.TestConnectionAsync()).Append(cache).Append(Members(backend));
        }

        Assert.That(told.ToString(), Does.Contain("CimBackendOptions").And.Contain("pc").And.Not.Contain(Secret));
    }

    internal static IEnumerable<string> Texts(Exception error)
    {
        for (Exception? each = error; each is not null; each = each.InnerException)
        {
            yield return each.Message;
            yield return each.ToString();
            foreach (DictionaryEntry entry in each.Data) yield return $"{entry.Key}: {entry.Value}";
            yield return Members(each);
        }
    }

    private static string DataContract(object value)
    {
        using var written = new MemoryStream();
        try
        {
            new DataContractSerializer(value.GetType()).WriteObject(written, value);
        }
        catch (Exception error) when (error is InvalidDataContractException or SerializationException)
        {
            // Not every type has a contract; what was written before counts.
        }

        return Encoding.UTF8.GetString(written.ToArray());
    }

    // As loggers that take objects apart do: public getters, all the way down.
    private static string Members(object value, int depth = 0)
    {
        var text = new StringBuilder();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            object? member;
            try
            {
                member = property.GetValue(value);
            }
            catch (TargetInvocationException)
            {
                continue;
            }

            text.Append(property.Name).Append('=').Append(member).Append('\n');
            if (member is not null && depth < 5 && member.GetType().Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == false && member is not (string or Type or Assembly))
                text.Append(Members(member, depth + 1));
        }

        return text.ToString();
    }

    // What a debugger shows before somebody opens the raw view.
    private static string Debugger(object value)
    {
        var shown = value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value ?? value.ToString();
        var members = value.GetType().GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(member => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
            .Select(member => member switch
            {
                FieldInfo field when !field.Name.StartsWith('<') => field.GetValue(value),
                PropertyInfo property when property.GetIndexParameters().Length == 0 => property.GetValue(value),
                _ => null,
            });
        return $"{shown} {string.Join(" ", members)}";
    }

    /// <summary>Writes down all that a sink gets: the text, and every value of the state with its properties.</summary>
    private sealed class StateLogger(StringBuilder told) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (told)
            {
                told.AppendLine(formatter(state, exception));
                if (state is IEnumerable<KeyValuePair<string, object?>> values)
                    foreach (var (name, value) in values) told.AppendLine(CultureInfo.InvariantCulture, $"{name}={value}").Append(value is null or string ? "" : Members(value));
                if (exception is not null) told.AppendJoin('\n', Texts(exception));
            }
        }
    }
}
