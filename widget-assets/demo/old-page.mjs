FlattrLoader.addLoadEvent(() => {
  FlattrLoader.setup();
  const song = { url: 'https://blog.example/song', title: 'A song about bread', button: 'compact' };
  FlattrLoader.render(song, 'place', 'replace');
});
