using System.Globalization;
using CsCheck;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class ConnectionStringLaws
{
    private static readonly Gen<string> User = TextOf("abcXYZ019 äß&%#!~()$'-_.");
    private static readonly Gen<string> Namespace = TextOf(@"abcXYZ019äß-_./\");
    private static readonly Gen<string?> Host = Pick(null, "pc-042", "pc.contoso.com", "10.0.0.1", "fe80::1", "fe80::1%eth0", "straße");
    private static readonly Gen<TimeSpan> Time = Gen.OneOf(Gen.Const(Timeout.InfiniteTimeSpan), Gen.Long[1, TimeSpan.TicksPerDay * 40].Select(TimeSpan.FromTicks));
    private static readonly Gen<CultureInfo?> Culture = Pick(null, "de-DE", "en-US", "ja").Select(name => name is null ? null : CultureInfo.GetCultureInfo(name));

    private static readonly Gen<CimProxyOptions?> Proxy = Gen.OneOf(
        Gen.Const((CimProxyOptions?)null),
        Gen.Select(
            Gen.Enum<CimProxyDiscovery>(),
            Gen.Enum<CimAuthentication>(),
            (found, proved) => (CimProxyOptions?)new CimProxyOptions { Discovery = found, Authentication = proved }));

    private static readonly Gen<CimReconnectOptions> Reconnect = Gen.Select(
        Gen.Int[0, 99], Time, Time, (attempts, first, longest) => new CimReconnectOptions { Attempts = attempts, FirstDelay = first, LongestDelay = longest });

    private static readonly Gen<CimBackendOptions> Route = Gen.Select(
        Gen.Select(Gen.Enum<CimProtocol>(), Gen.OneOf(Gen.Int[-1, 65535], Gen.Const(5986)), Gen.Bool, Gen.Bool),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Proxy),
        Gen.Select(Gen.Enum<CimAuthentication>(), Gen.Enum<CimImpersonation>(), Gen.Bool, Gen.Bool),
        (way, http, security) => new CimBackendOptions
        {
            Protocol = way.Item1,
            Port = way.Item2 < 0 ? null : way.Item2,
            UseHttps = way.Item3,
            FallBackToDcom = way.Item4,
            CheckCertificateAuthority = http.Item1,
            CheckCertificateName = http.Item2,
            CheckCertificateRevocation = http.Item3,
            Proxy = http.Item4,
            Authentication = security.Item1,
            Impersonation = security.Item2,
            PacketPrivacy = security.Item3,
            PacketIntegrity = security.Item4,
        });

    private static readonly Gen<CimConnectionString> Connection = Gen.Select(
        Gen.Select(Host, Gen.OneOf(Gen.Const((string?)null), User.Select(text => (string?)text)), Route, Namespace),
        Gen.Select(Culture, Culture, Time, Time, Time),
        Gen.Select(Gen.Int[0, 1000], Reconnect, Gen.Enum<CimDialect>(), Gen.Enum<CimMethodTarget>(), Gen.Bool),
        (who, how, rest) => new CimConnectionString
        {
            Host = who.Item1,
            User = who.Item2,
            Options = who.Item3 with
            {
                Namespace = who.Item4,
                Culture = how.Item1,
                UICulture = how.Item2,
                ConnectTimeout = how.Item3,
                QueryTimeout = how.Item4,
                OperationTimeout = how.Item5,
                MaxConcurrentOperations = rest.Item1,
                Reconnect = rest.Item2,
                Dialect = rest.Item3,
                MethodTarget = rest.Item4,
                AllowAnyPlatform = rest.Item5,
            },
        });

    private static Gen<string> TextOf(string characters) => Gen.Int[0, characters.Length - 1].Array[1, 12]
        .Select(chosen => new string([.. chosen.Select(index => characters[index])]))
        .Where(text => !string.IsNullOrWhiteSpace(text));

    private static Gen<string?> Pick(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Test]
    public void What_is_printed_is_read_as_the_same_and_printed_the_same() => Connection.Sample(
        connection =>
        {
            var text = connection.ToString();
            var read = CimConnectionString.Parse(text);
            return read == connection && read.ToString() == text;
        },
        iter: LawBudget.Of(2000));

    [Test]
    public void No_text_makes_the_reader_fall() => Gen.OneOf(
        Gen.String.Select(text => "cim:" + text),
        Gen.Select(Pick("port", "https", "user", "culture", "queryTimeout", "proxy", "x"), Gen.String, (name, value) => $"cim:pc?{name}={value}"))
        .Sample(text => CimConnectionString.TryParse(text, out var connection, out var error) ? CimConnectionString.Parse(connection.ToString()) == connection : error.Length > 0,
            iter: LawBudget.Of(2000));
}
