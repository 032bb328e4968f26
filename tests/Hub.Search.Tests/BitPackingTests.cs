using Hub.Search.Postings;
using Hub.Search.Storage;

namespace Hub.Search.Tests;

public sealed unsafe class BitPackingTests
{
    [Fact]
    public void EveryWidthAndLengthComesBack()
    {
        var random = new Random(7);
        for (var width = 0; width <= 31; width++)
        {
            for (var count = 1; count <= PostingsFormat.BlockSize; count++)
            {
                var values = Enumerable.Range(0, count).Select(_ => width == 0 ? 0 : (int)(random.NextInt64() & ((1L << width) - 1))).ToArray();
                var packed = new ByteBuilder();
                BitPacking.Pack(values, width, packed);
                Assert.Equal(BitPacking.BytesFor(count, width), packed.Length);
                packed.Reserve(64);
                var read = new int[PostingsFormat.BlockSize];
                fixed (byte* source = packed.Written)
                fixed (int* target = read)
                {
                    BitPacking.Unpack(source, width, count, target);
                    Assert.Equal(values, read[..count]);
                    for (var i = 0; i < count; i++)
                        Assert.Equal(values[i], BitPacking.Read(source, width, i));
                }
            }
        }
    }

    [Fact]
    public void GapsAddUp()
    {
        var random = new Random(8);
        for (var round = 0; round < 500; round++)
        {
            var count = random.Next(1, PostingsFormat.BlockSize + 1);
            var widest = 1 << random.Next(0, 22);
            var documents = new int[count];
            var gaps = new int[count];
            var previous = random.Next(-1, 1000);
            var first = previous;
            for (var i = 0; i < count; i++)
            {
                gaps[i] = random.Next(widest);
                documents[i] = previous += gaps[i] + 1;
            }
            var width = BitPacking.WidthOf(gaps.Max());
            var packed = new ByteBuilder();
            BitPacking.Pack(gaps, width, packed);
            packed.Reserve(64);
            var read = new int[PostingsFormat.BlockSize];
            fixed (byte* source = packed.Written)
            fixed (int* target = read)
                BitPacking.UnpackAscending(source, width, count, first, target);
            Assert.Equal(documents, read[..count]);
        }
    }

    [Fact]
    public void LengthCodesGrowWithLengths()
    {
        for (var length = 1; length < 40_000; length++)
        {
            Assert.True(Norm.Encode(length) >= Norm.Encode(length - 1));
            if (length < 30_000)
                Assert.InRange(Norm.Decode(Norm.Encode(length)) / (double)length, 0.95, 1.05);
        }
    }

    [Fact]
    public void RoundedBoundsAreBounds()
    {
        var random = new Random(9);
        for (var i = 0; i < 10_000; i++)
        {
            var value = (float)random.NextDouble();
            Assert.InRange(PostingsFormat.FromRounded(PostingsFormat.RoundUp(value)), value, value * 1.01f);
        }
    }
}
