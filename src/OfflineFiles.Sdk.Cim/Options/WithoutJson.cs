// Where System.Text.Json is no part of .NET, nobody reads what a type says of it. Not in the scope of the file, as the types of the house are:
// where it is a part, these are other types and lie elsewhere.
#pragma warning disable IDE0161
namespace OfflineFiles.Sdk.Serialization
{
    internal abstract class CultureJsonConverter;

    internal abstract class CimConnectionStepJsonConverter;

    internal abstract class CimConnectionStringJsonConverter;
}
#pragma warning restore IDE0161
