using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GaitSense.Architecture.Tests;

/// <summary>
/// A missing value leaves a blank in a sentence ("tempo kept in  %"), and nobody sees it before it is missing. So no nullable number is put into an interpolated text: its code says first what is
/// said without it. Read from the compiled assemblies.
/// </summary>
public sealed class MissingValueTests
{
    private const byte Call = 0x28, Box = 0x8C, GenericInstance = 0x15;

    [Theory, MemberData(nameof(HouseTests.Names), MemberType = typeof(HouseTests))]
    public void NoTextOfARoom_HasAPlaceForAMissingValue(string room) => Places(House.Find(room)!.Assembly).ShouldBeEmpty();

    [Fact]
    public void PlacesForMissingValues_AreFound()
    {
        Spoken(1, 2).ShouldBe("1 and 2");
        Places(typeof(MissingValueTests).Assembly.GetName().Name!).ShouldBe([$"{nameof(MissingValueTests)}.{nameof(Spoken)}"]);
    }

    private static string Spoken(double? left, int? right) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{left} and ") + FormattableString.Invariant($"{right}");

    // Interpolated texts take values by AppendFormatted<T>; a FormattableString boxes them.
    private static string[] Places(string assembly)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        HashSet<int> appends = [], boxed = [];
        for (int i = 1; i <= metadata.GetTableRowCount(TableIndex.MethodSpec); i++)
        {
            MethodSpecificationHandle handle = MetadataTokens.MethodSpecificationHandle(i);
            MethodSpecification method = metadata.GetMethodSpecification(handle);
            if (method.Method.Kind != HandleKind.MemberReference || !metadata.StringComparer.Equals(metadata.GetMemberReference((MemberReferenceHandle)method.Method).Name, "AppendFormatted")) continue;
            BlobReader signature = metadata.GetBlobReader(method.Signature);
            signature.ReadByte();
            signature.ReadCompressedInteger();
            if (IsNullable(metadata, ref signature)) appends.Add(MetadataTokens.GetToken(handle));
        }

        for (int i = 1; i <= metadata.GetTableRowCount(TableIndex.TypeSpec); i++)
        {
            TypeSpecificationHandle handle = MetadataTokens.TypeSpecificationHandle(i);
            BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
            if (IsNullable(metadata, ref signature)) boxed.Add(MetadataTokens.GetToken(handle));
        }

        return [.. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(m => m.RelativeVirtualAddress != 0 && Uses(image.GetMethodBody(m.RelativeVirtualAddress).GetILContent().AsSpan(), appends, boxed))
            .Select(m => $"{metadata.GetString(metadata.GetTypeDefinition(m.GetDeclaringType()).Name)}.{metadata.GetString(m.Name)}")];
    }

    private static bool IsNullable(MetadataReader metadata, ref BlobReader signature)
    {
        if (signature.ReadByte() != GenericInstance) return false;
        signature.ReadByte();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "Nullable`1");
    }

    private static bool Uses(ReadOnlySpan<byte> code, HashSet<int> called, HashSet<int> boxed)
    {
        for (int i = 0; i + 5 <= code.Length; i++)
        {
            if (code[i] is not (Call or Box)) continue;
            if ((code[i] == Call ? called : boxed).Contains(BinaryPrimitives.ReadInt32LittleEndian(code[(i + 1)..]))) return true;
        }

        return false;
    }
}
